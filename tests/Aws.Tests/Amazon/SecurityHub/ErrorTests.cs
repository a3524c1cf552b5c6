using System.Net;
using Amazon.Runtime;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SecurityHub;

/// <summary>Each modelled error has its type; whatever is no answer of Security Hub is a clear error that is tried again.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string, string> ModelledErrors =>
        [.. SecurityHubService.Model.Operations.SelectMany(operation => operation.Value.Errors.Select(error => (operation.Key, error)))];

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task Modelled_error_becomes_the_exception_of_its_name(string operation, string shape)
    {
        var status = (HttpStatusCode)SecurityHubService.Model.Shapes[shape].Error!.Status;
        var answer = ScriptedService.Answer(status, """{"Message":"not today","Code":"because"}""", "application/json", "request-7");
        answer.Headers.Add("x-amzn-ErrorType", shape + ":http://internal.amazon.com/coral/com.amazonaws.overlook.model/");
        using var client = SecurityHubService.Client(ScriptedService.Answering(answer));

        var thrown = await Assert.ThrowsAnyAsync<AmazonSecurityHubException>(() => client.CallAsync(operation));

        Assert.Equal(shape, thrown.GetType().Name);
        Assert.Equal((shape, "not today", "request-7", status), (thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
        Assert.Equal("because", thrown.GetType().GetProperty("Code")!.GetValue(thrown));
        Assert.Equal((int)status >= 500 ? ErrorType.Receiver : ErrorType.Sender, thrown.ErrorType);
        Assert.Equal((int)status == 429 || (int)status >= 500, thrown.Retryable is not null);
        Assert.Equal((int)status == 429, thrown.Retryable?.Throttling is true);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws#InvalidInputException","message":"no"}""", typeof(InvalidInputException), "InvalidInputException")]
    [InlineData("""{"code":"InvalidInputException","message":"no"}""", typeof(InvalidInputException), "InvalidInputException")]
    [InlineData("""{"__type":"AccessDeniedException","message":"no"}""", typeof(AmazonSecurityHubException), "AccessDeniedException")]
    [InlineData("""{"__type":"ErrorOfTomorrow","message":"no"}""", typeof(AmazonSecurityHubException), "ErrorOfTomorrow")]
    public async Task Error_named_in_the_body_only_is_recognised(string body, Type type, string code)
    {
        using var client = SecurityHubService.Client(SecurityHubService.Json(body, HttpStatusCode.BadRequest));

        var thrown = await Assert.ThrowsAnyAsync<AmazonSecurityHubException>(() => client.GetFindingsAsync(new()));

        Assert.Equal((type, code, "no"), (thrown.GetType(), thrown.ErrorCode, thrown.Message));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "<html><body>Internal\r\nServer Error</body></html>")]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.OK, "<html>welcome to the captive portal</html>")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "{\"Findings\":[{\"Id\":\"cut o")]
    [InlineData(HttpStatusCode.OK, "null")]
    [InlineData(HttpStatusCode.OK, "[1,2]")]
    [InlineData(HttpStatusCode.OK, "{\"Findings\":\"none\"}")]
    [InlineData(HttpStatusCode.OK, "{\"Findings\":[{\"RecordState\":7}]}")]
    [InlineData(HttpStatusCode.Forbidden, "<html>403 by a proxy</html>")]
    public async Task What_is_no_answer_is_tried_again(HttpStatusCode status, string body)
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer(status, body, "text/html"), ScriptedService.Answer(HttpStatusCode.OK, """{"Findings":[{"Id":"a"}]}""", "application/json"));
        using var client = SecurityHubService.Client(service, retries: 1);

        var response = await client.GetFindingsAsync(new());

        Assert.Equal("a", Assert.Single(response.Findings).Id);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task What_is_no_answer_to_the_last_attempt_is_an_error_that_says_what_came()
    {
        using var client = SecurityHubService.Client(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.BadGateway, "<html>\r\n<h1>bad `gateway`</h1>", "text/html")));

        var thrown = await Assert.ThrowsAsync<AmazonSecurityHubException>(() => client.BatchImportFindingsAsync(new()));

        Assert.Equal("the answer to `BatchImportFindings` cannot be read: expected a JSON error with a code, got HTTP 502 with `<html> <h1>bad 'gateway'</h1>`", thrown.Message);
        Assert.Equal((HttpStatusCode.BadGateway, ErrorType.Receiver), (thrown.StatusCode, thrown.ErrorType));
        Assert.NotNull(thrown.Retryable);
    }
}
