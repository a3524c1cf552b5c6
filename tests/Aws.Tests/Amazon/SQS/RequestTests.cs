using System.Text.Json.Nodes;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SQS;

/// <summary>What a request looks like on the wire, against the service model and the AWS JSON 1.0 protocol.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Operations => SqsService.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_with_every_property_set_carries_each_member_of_the_model_and_no_other(string operation)
    {
        var service = SqsService.Json("{}");
        using var client = SqsService.Client(service);
        var model = SqsService.Model;
        var request = new FilledObject().Of(Calls.RequestType(client, operation));

        _ = await client.CallAsync(operation, request);

        var sent = Assert.Single(service.Requests);
        var expected = new ObjectDocument(model).Of(model.Operations[operation].Input, request);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(sent.Body)), $"expected {expected.ToJsonString()}{Environment.NewLine}sent {sent.Body}");
        Assert.Equal(("POST", "https://sqs.eu-west-1.amazonaws.com/"), (sent.Method.Method, sent.Uri.AbsoluteUri));
        Assert.Equal("AmazonSQS." + operation, sent.Headers["X-Amz-Target"]);
        Assert.StartsWith("application/x-amz-json-1.0", sent.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/sqs/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(SignatureVersion4.AuthorizationOf(sent, "AKIAEXAMPLE", "secret"), sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task Members_that_are_not_set_are_not_sent()
    {
        var service = SqsService.Json("{}");
        using var client = SqsService.Client(service);

        _ = await client.DeleteMessageAsync(new("https://sqs.eu-west-1.amazonaws.com/111122223333/dead", null));
        _ = await client.ReceiveMessageAsync(new("https://sqs.eu-west-1.amazonaws.com/111122223333/dead") { WaitTimeSeconds = 0 });

        Assert.Equal(
            ["""{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/111122223333/dead"}""", """{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/111122223333/dead","WaitTimeSeconds":0}"""],
            service.Requests.Select(request => request.Body));
    }
}
