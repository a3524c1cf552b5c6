using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.LambdaCalls;

/// <summary>The one operation, against what botocore sends for the same call (lambda-wire.json, made by make_fixtures.py), and its answers.</summary>
public sealed class InvokeTests
{
    [Fact]
    public async Task The_call_goes_over_the_wire_as_botocore_writes_it()
    {
        var wire = JsonNode.Parse(Resources.Text("lambda-wire.json"))!;
        var service = Answering(HttpStatusCode.Accepted, "");
        using var client = Client(service);

        _ = await client.InvokeAsync(new() { FunctionName = "arn:aws:lambda:eu-west-1:111122223333:function:on-change", InvocationType = InvocationType.Event, Qualifier = "live", Payload = "{\"a\": \"ü\"}" });

        var sent = Assert.Single(service.Requests);
        Assert.Equal((wire["method"]!.ToString(), wire["body"]!.ToString()), (sent.Method.Method, sent.Body));
        Assert.Equal($"https://lambda.eu-west-1.amazonaws.com{wire["path"]}?Qualifier={wire["query"]!["Qualifier"]}", sent.Uri.AbsoluteUri);
        foreach (var (name, value) in wire["headers"]!.AsObject()) Assert.Equal(value!.ToString(), sent.Headers[name]);
    }

    [Fact]
    public async Task It_is_signed_and_carries_the_payload_byte_for_byte()
    {
        var service = Answering(HttpStatusCode.Accepted, "");
        using var client = Client(service);

        _ = await client.InvokeAsync(new() { FunctionName = "on-change", PayloadStream = new MemoryStream(Encoding.UTF8.GetBytes(" {\"a\" :1.0}\n")) });

        var sent = Assert.Single(service.Requests);
        Assert.Equal(" {\"a\" :1.0}\n", sent.Body);
        Assert.False(sent.Headers.ContainsKey("X-Amz-Invocation-Type"));
        Assert.Contains("/eu-west-1/lambda/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(SignatureVersion4.AuthorizationOf(sent, "AKIAEXAMPLE", "secret"), sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_answer_says_its_status_and_what_the_function_said()
    {
        var answer = ScriptedService.Answer(HttpStatusCode.OK, """{"errorMessage":"no"}""", "application/json", "request-1");
        answer.Headers.Add("X-Amz-Function-Error", "Unhandled");
        answer.Headers.Add("X-Amz-Executed-Version", "7");
        using var client = Client(ScriptedService.Answering(answer));

        var response = await client.InvokeAsync(new() { FunctionName = "on-change" });

        Assert.Equal((200, "Unhandled", "7", "request-1"), (response.StatusCode, response.FunctionError, response.ExecutedVersion, response.ResponseMetadata.RequestId));
        Assert.Equal("""{"errorMessage":"no"}""", Encoding.UTF8.GetString(response.Payload.ToArray()));
    }

    [Fact]
    public async Task Accepted_is_202_with_nothing_more()
    {
        using var client = Client(Answering(HttpStatusCode.Accepted, ""));

        var response = await client.InvokeAsync(new() { FunctionName = "on-change", InvocationType = InvocationType.Event });

        Assert.Equal((202, null, 0L), (response.StatusCode, response.FunctionError, response.Payload.Length));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "RequestTooLargeException", typeof(RequestTooLargeException))]
    [InlineData(HttpStatusCode.BadRequest, "InvalidRequestContentException", typeof(AmazonLambdaException))]
    public async Task An_error_has_its_type_and_code(HttpStatusCode status, string code, Type type)
    {
        var answer = ScriptedService.Answer(status, """{"Message":"no","Type":"User"}""", "application/json", "request-7");
        answer.Headers.Add("x-amzn-ErrorType", code);
        using var client = Client(ScriptedService.Answering(answer));

        var thrown = await Assert.ThrowsAnyAsync<AmazonLambdaException>(() => client.InvokeAsync(new() { FunctionName = "on-change" }));

        Assert.Equal((type, code, "no", "request-7", status), (thrown.GetType(), thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_an_error_that_is_tried_again()
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer(HttpStatusCode.BadGateway, "<html>bad gateway</html>", "text/html"), ScriptedService.Answer(HttpStatusCode.Accepted, "", "application/json"));
        using var client = Client(service, retries: 1);

        Assert.Equal(202, (await client.InvokeAsync(new() { FunctionName = "on-change" })).StatusCode);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Without_a_function_there_is_no_call()
    {
        var service = Answering(HttpStatusCode.Accepted, "");
        using var client = Client(service);

        await Assert.ThrowsAsync<AmazonLambdaException>(() => client.InvokeAsync(new()));
        Assert.Empty(service.Requests);
    }

    private static ScriptedService Answering(HttpStatusCode status, string body) => ScriptedService.Answering(ScriptedService.Answer(status, body, "application/json"));

    private static AmazonLambdaClient Client(ScriptedService service, int retries = 0) => new(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        new AmazonLambdaConfig { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = retries });
}
