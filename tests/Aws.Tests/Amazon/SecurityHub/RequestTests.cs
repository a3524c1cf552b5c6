using System.Text.Json.Nodes;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SecurityHub;

/// <summary>What a request looks like on the wire, against the service model.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Operations => SecurityHubService.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_with_every_property_set_carries_each_member_of_the_model_and_no_other(string operation)
    {
        var service = SecurityHubService.Json("{}");
        using var client = SecurityHubService.Client(service);
        var model = SecurityHubService.Model;
        var request = new FilledObject().Of(Calls.RequestType(client, operation));

        _ = await client.CallAsync(operation, request);

        var sent = Assert.Single(service.Requests);
        var expected = new ObjectDocument(model).Of(model.Operations[operation].Input, request);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(sent.Body)), $"expected {expected.ToJsonString()}{Environment.NewLine}sent {sent.Body}");
        Assert.Equal(model.Operations[operation].Method, sent.Method.Method);
        Assert.Equal("https://securityhub.eu-west-1.amazonaws.com" + model.Operations[operation].Path, sent.Uri.AbsoluteUri);
        Assert.StartsWith("application/json", sent.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/securityhub/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(SignatureVersion4.AuthorizationOf(sent, "AKIAEXAMPLE", "secret"), sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task Members_that_are_not_set_are_not_sent()
    {
        var service = SecurityHubService.Json("{}");
        using var client = SecurityHubService.Client(service);

        _ = await client.BatchUpdateFindingsAsync(new()
        {
            FindingIdentifiers = [new() { Id = "finding-1", ProductArn = "arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default" }],
            Workflow = new() { Status = WorkflowStatus.RESOLVED },
        });

        Assert.Equal(
            """{"FindingIdentifiers":[{"Id":"finding-1","ProductArn":"arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default"}],"Workflow":{"Status":"RESOLVED"}}""",
            Assert.Single(service.Requests).Body);
    }

    [Fact]
    public async Task Text_that_is_no_valid_Unicode_is_sent_as_JSON_that_can_be_read()
    {
        var service = SecurityHubService.Json("{}");
        using var client = SecurityHubService.Client(service);

        _ = await client.BatchImportFindingsAsync(new() { Findings = [new AwsSecurityFinding { Title = "half \ud800 a pair \u0000 \u2028" }] });

        var sent = JsonNode.Parse(Assert.Single(service.Requests).Body)!["Findings"]![0]!["Title"]!.GetValue<string>();
        Assert.Equal("half \ufffd a pair \u0000 \u2028", sent);
    }
}
