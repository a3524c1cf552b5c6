using System.Text.Json.Nodes;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>The function's own calls are events too, and end there.</summary>
public sealed class OwnCallsTests(Town town) : Story(town), IClassFixture<Town>
{
    [Fact]
    public async Task Its_own_revoke_comes_back_and_moves_nothing()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(22, "0.0.0.0/0"));
        var own = Town.Account.Invocations.Sent.All.Single(sent => IsOf("RevokeSecurityGroupIngress", group, sent.Payload));
        var calls = Town.Account.Aws.Calls.All.Length;

        var end = await own.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(end.Succeeded, end.Answer);
        Assert.Empty(Town.Account.Aws.Calls.All[calls..]);
        Assert.Equal(own, Town.Account.Invocations.Sent.All.Last());
    }

    [Fact]
    public async Task A_call_has_the_same_id_in_its_answer_as_in_its_event()
    {
        var group = await Town.Group();
        var answer = await Town.Bob.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(443, "0.0.0.0/0")] }, TestContext.Current.CancellationToken);
        var sent = Town.Sent.Last(sent => IsOf("AuthorizeSecurityGroupIngress", group, sent.Payload));
        Assert.Equal(answer.ResponseMetadata.RequestId, JsonNode.Parse(sent.Payload)!["detail"]!["requestID"]!.ToString());
    }

    private static bool IsOf(string name, string group, string payload)
    {
        var detail = JsonNode.Parse(payload)!["detail"]!;
        return detail["eventName"]!.ToString() == name && detail["requestParameters"]!["groupId"]?.ToString() == group;
    }
}
