using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SQS;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SQS;

/// <summary>What comes back: members, errors, and what is no answer at all.</summary>
public sealed class AnswerTests
{
    public static TheoryData<string> Operations => SqsService.Operations;

    public static TheoryData<string, string> ModelledErrors =>
        [.. SqsService.Model.Operations.SelectMany(operation => operation.Value.Errors.Select(error => (operation.Key, error)))];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_with_every_member_of_the_model_is_read_completely(string operation)
    {
        var model = SqsService.Model;
        var output = model.Operations[operation].Output;
        var answered = new ModelDocument(model).Of(output);
        var withMore = answered.DeepClone();
        withMore["MemberOfTomorrow"] = new JsonObject { ["Deep"] = new JsonArray(1, "two", null) };
        using var client = SqsService.Client(SqsService.Json(withMore.ToJsonString()));

        var response = await client.CallAsync(operation);

        var read = new ObjectDocument(model).Of(output, response);
        Assert.True(JsonNode.DeepEquals(answered, read), $"answered {answered.ToJsonString()}{Environment.NewLine}read {read.ToJsonString()}");
        Assert.Equal(("request-1", HttpStatusCode.OK), (response.ResponseMetadata.RequestId, response.HttpStatusCode));
    }

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task Modelled_error_becomes_the_exception_of_its_name(string operation, string shape)
    {
        using var client = SqsService.Client(SqsService.Json($$"""{"__type":"com.amazonaws.sqs#{{shape}}","message":"not today"}""", HttpStatusCode.BadRequest));

        var thrown = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => client.CallAsync(operation));

        Assert.Equal((shape + "Exception", shape, "not today"), (thrown.GetType().Name, thrown.ErrorCode, thrown.Message));
        Assert.Equal(ErrorType.Sender, thrown.ErrorType);
    }

    [Fact]
    public async Task Another_error_is_the_common_exception()
    {
        using var client = SqsService.Client(SqsService.Json("""{"__type":"com.amazonaws.sqs#KmsAccessDenied","message":"no"}""", HttpStatusCode.BadRequest));

        var thrown = await Assert.ThrowsAsync<AmazonSQSException>(() => client.ReceiveMessageAsync(new("https://sqs.eu-west-1.amazonaws.com/111122223333/dead")));

        Assert.Equal(("KmsAccessDenied", "no"), (thrown.ErrorCode, thrown.Message));
    }

    [Fact]
    public async Task Throttling_is_tried_again()
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer(HttpStatusCode.BadRequest, """{"__type":"com.amazonaws.sqs#RequestThrottled","message":"slower"}""", "application/x-amz-json-1.0"),
            ScriptedService.Answer(HttpStatusCode.OK, """{"Messages":[{"MessageId":"a"}]}""", "application/x-amz-json-1.0"));
        using var client = SqsService.Client(service, retries: 1);

        Assert.Equal("a", Assert.Single((await client.ReceiveMessageAsync(new())).Messages).MessageId);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task An_operation_that_answers_nothing_may_answer_with_no_body_and_one_that_answers_may_not()
    {
        using var client = SqsService.Client(SqsService.Json(""));

        _ = await client.DeleteMessageAsync(new());
        _ = await client.ChangeMessageVisibilityAsync(new());
        var thrown = await Assert.ThrowsAsync<AmazonSQSException>(() => client.ReceiveMessageAsync(new()));

        Assert.Contains("an empty body", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>welcome to the captive portal</html>")]
    [InlineData("[]")]
    [InlineData("{\"Messages\":[{\"MessageId\":\"cut o")]
    [InlineData("{\"Messages\":[{\"MessageAttributes\":{\"a\":{\"BinaryValue\":\"no base64!\"}}}]}")]
    public async Task What_is_no_answer_deletes_and_receives_nothing(string body)
    {
        using var client = SqsService.Client(SqsService.Json(body));

        var received = await Assert.ThrowsAsync<AmazonSQSException>(() => client.ReceiveMessageAsync(new()));

        Assert.NotNull(received.Retryable);
        if (!body.StartsWith('{')) Assert.NotNull((await Assert.ThrowsAsync<AmazonSQSException>(() => client.DeleteMessageAsync(new()))).Retryable);
    }
}
