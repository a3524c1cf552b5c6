using System.Text.Json.Nodes;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>The function's own calls are events too, and end there.</summary>
public sealed class OwnCallsTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Its_own_revoke_comes_back_and_moves_nothing()
    {
        var group = await town.Group();
        await town.Open(group, Tcp(22, "0.0.0.0/0"));
        var own = town.Account.Invocations.Sent.All.Single(sent => IsOf("RevokeSecurityGroupIngress", group, sent.Payload));
        var calls = town.Account.Aws.Calls.All.Length;

        var end = await own.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(end.Succeeded, end.Answer);
        Assert.Empty(town.Account.Aws.Calls.All[calls..]);
        Assert.Equal(own, town.Account.Invocations.Sent.All.Last());
    }

    private static bool IsOf(string name, string group, string payload)
    {
        var detail = JsonNode.Parse(payload)!["detail"]!;
        return detail["eventName"]!.ToString() == name && detail["requestParameters"]!["groupId"]?.ToString() == group;
    }
}
