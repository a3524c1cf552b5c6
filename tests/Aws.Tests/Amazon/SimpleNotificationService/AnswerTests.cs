using System.Text.Json.Nodes;
using Remediator.Aws.Tests.Amazon.ServiceModels;

namespace Remediator.Aws.Tests.Amazon.SimpleNotificationService;

/// <summary>What comes back: each member of the model is read, and what the model does not know is passed over.</summary>
public sealed class AnswerTests
{
    public static TheoryData<string> Operations => SnsService.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_with_every_member_of_the_model_is_read_completely(string operation)
    {
        var model = SnsService.Model;
        var output = model.Operations[operation].Output;
        var answered = new ModelDocument(model).Of(output);
        var withMore = answered.DeepClone();
        withMore["MemberOfTomorrow"] = "more";
        using var client = SnsService.Client(SnsService.Xml(QueryDocument.Answer(operation, withMore, "request-1")));

        var response = await client.CallAsync(operation);

        var read = new ObjectDocument(model).Of(output, response);
        Assert.True(JsonNode.DeepEquals(answered, read), $"answered {answered.ToJsonString()}{Environment.NewLine}read {read.ToJsonString()}");
        Assert.Equal(("request-1", System.Net.HttpStatusCode.OK), (response.ResponseMetadata.RequestId, response.HttpStatusCode));
    }
}
