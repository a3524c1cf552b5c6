using System.Text.Json;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.SecurityHub;

public sealed class HubArchiveTests
{
    private static readonly FindingResource Group = FindingResource.Of("aws", new GroupKey("111122223333", "eu-west-1", "sg-0a"));
    private static readonly DateTimeOffset Seen = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_active_about_a_group_that_is_gone_is_sent_back_archived_and_later()
    {
        var hub = new Hub(call => IsRead(call) ? Shown(Stored(1, "2026-03-02T09:00:00.000Z"), Stored(2, "2026-03-02T12:00:00.500Z")) : Hub.Imported(2));
        Assert.Equal(Answer.Ok, await hub.Findings.Archive(Group, Seen, Cancel));
        Assert.Contains(Group.Arn, hub.Http.Calls[0].Body, StringComparison.Ordinal);
        var sent = JsonDocument.Parse(hub.Http.Calls[1].Body).RootElement.GetProperty("Findings").EnumerateArray().ToList();
        Assert.All(sent, f => Assert.Equal(("ARCHIVED", "FAILED"), (f.GetProperty("RecordState").GetString(), f.GetProperty("Compliance").GetProperty("Status").GetString())));
        Assert.Equal(["2026-03-02T12:00:00.000Z", "2026-03-02T12:00:00.501Z"], sent.Select(f => f.GetProperty("UpdatedAt").GetString()));
        Assert.All(sent, f => Assert.False(f.TryGetProperty("Workflow", out _)));
    }

    [Fact]
    public async Task Where_nothing_of_ours_is_active_nothing_is_sent()
    {
        var hub = new Hub(_ => Shown(Stored(1, "2026-03-02T09:00:00.000Z") with { Id = "prowler/1" }, Stored(2, "2026-03-02T09:00:00.000Z") with { RecordState = "ARCHIVED" }));
        Assert.Equal(Answer.Ok, await hub.Findings.Archive(Group, Seen, Cancel));
        Assert.All(hub.Http.Calls, c => Assert.True(IsRead(c)));
    }

    [Fact]
    public async Task What_is_refused_is_an_answer()
    {
        var hub = new Hub(call => IsRead(call) ? Shown(Stored(1, "2026-03-02T09:00:00.000Z")) : CannedHttp.Reply.Ok(
            $$"""{"FailedCount":1,"SuccessCount":0,"FailedFindings":[{"Id":"{{Stored(1, "").Id}}","ErrorCode":"InternalFailure","ErrorMessage":"oops"}]}"""));
        var answer = await hub.Findings.Archive(Group, Seen, Cancel);
        Assert.True(answer is { Succeeded: false, Retryable: true });
    }

    private static bool IsRead(CannedHttp.Call call) => call.Address.AbsolutePath == "/findings";

    private static CannedHttp.Reply Shown(params StoredFinding[] findings) => CannedHttp.Reply.Ok(JsonSerializer.Serialize(new { Findings = findings }));

    private static StoredFinding Stored(int number, string updatedAt) => new(
        $"remediator/eu-west-1/111122223333/sg-0a/{number}/SG001", Hub.Product("eu-west-1"), "111122223333", "ACTIVE", updatedAt, new("FAILED"), new("NEW"), [new("AwsEc2SecurityGroup", Group.Arn)]);

    private sealed record StoredFinding(
        string Id, string ProductArn, string AwsAccountId, string RecordState, string UpdatedAt, StoredCompliance Compliance, StoredWorkflow Workflow, StoredResource[] Resources);

    private sealed record StoredCompliance(string Status);

    private sealed record StoredWorkflow(string Status);

    private sealed record StoredResource(string Type, string Id);
}
