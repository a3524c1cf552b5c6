using System.Text.Json.Nodes;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SecurityHub;

/// <summary>What comes back: each member of the model is read, and what the model does not know is passed over.</summary>
public sealed class AnswerTests
{
    public static TheoryData<string> Operations => SecurityHubService.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_with_every_member_of_the_model_is_read_completely(string operation)
    {
        var model = SecurityHubService.Model;
        var output = model.Operations[operation].Output;
        var answered = new ModelDocument(model).Of(output);
        var withMore = answered.DeepClone();
        withMore["MemberOfTomorrow"] = new JsonObject { ["Deep"] = new JsonArray(1, "two", null) };
        using var client = SecurityHubService.Client(SecurityHubService.Json(withMore.ToJsonString()));

        var response = await client.CallAsync(operation);

        var read = new ObjectDocument(model).Of(output, response);
        Assert.True(JsonNode.DeepEquals(answered, read), $"answered {answered.ToJsonString()}{Environment.NewLine}read {read.ToJsonString()}");
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Empty_object_leaves_every_member_null(string operation)
    {
        var model = SecurityHubService.Model;
        using var client = SecurityHubService.Client(SecurityHubService.Json("{}"));

        var response = await client.CallAsync(operation);

        Assert.Equal("{}", new ObjectDocument(model).Of(model.Operations[operation].Output, response).ToJsonString());
    }

    [Fact]
    public async Task Constants_are_equal_by_value_also_those_that_this_version_does_not_name()
    {
        var body = """{"Findings":[{"RecordState":"ARCHIVED","Workflow":{"Status":"PARKED"},"Severity":{"Label":null}}]}""";
        using var client = SecurityHubService.Client(SecurityHubService.Json(body));

        var finding = Assert.Single((await client.GetFindingsAsync(new())).Findings);

        Assert.True(finding.RecordState == RecordState.ARCHIVED);
        Assert.Equal("PARKED", finding.Workflow.Status.Value);
        Assert.Null(finding.Severity.Label);
        Assert.Equal(WorkflowStatus.FindValue("NEW"), WorkflowStatus.NEW);
        Assert.Null((WorkflowStatus)(string)null!);
    }

    [Fact]
    public async Task Paginator_follows_the_token_to_the_last_page_and_starts_once()
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer(System.Net.HttpStatusCode.OK, """{"Findings":[{"Id":"a"},{"Id":"b"}],"NextToken":"page 2"}""", "application/json"),
            ScriptedService.Answer(System.Net.HttpStatusCode.OK, """{"Findings":[],"NextToken":"page 3"}""", "application/json"),
            ScriptedService.Answer(System.Net.HttpStatusCode.OK, """{"Findings":[{"Id":"c"}],"NextToken":""}""", "application/json"));
        using var client = SecurityHubService.Client(service);
        var pages = client.Paginators.GetFindings(new GetFindingsRequest { MaxResults = 2 });

        var ids = new List<string>();
        await foreach (var finding in pages.Findings)
            ids.Add(finding.Id);

        Assert.Equal(["a", "b", "c"], ids);
        Assert.Equal(
            ["""{"MaxResults":2}""", """{"MaxResults":2,"NextToken":"page 2"}""", """{"MaxResults":2,"NextToken":"page 3"}"""],
            service.Requests.Select(request => request.Body));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pages.Responses.GetAsyncEnumerator().MoveNextAsync());
    }
}
