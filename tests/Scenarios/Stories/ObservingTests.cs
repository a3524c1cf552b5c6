using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>Observe decides, records and tells, and changes nothing, whatever the policy says.</summary>
public sealed class ObservingTests(ObservingTown town) : Story(town), IClassFixture<ObservingTown>
{
    [Fact]
    public async Task A_forbidden_rule_stays_and_people_hear_what_would_have_been()
    {
        var group = await Town.Group();
        var handled = await Town.Open(group, Tcp(22, "0.0.0.0/0"));

        Assert.Single(await Town.Rules(group));
        Assert.DoesNotContain(handled.Calls, c => c.StartsWith("ec2:Revoke", StringComparison.Ordinal));
        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("observed", notice.Attributes["outcome"]);
        var finding = Assert.Single(Town.Account.Findings.All, f => f["Id"]!.ToString().Contains(group, StringComparison.Ordinal));
        Assert.Equal("FAILED", finding["Compliance"]!["Status"]!.ToString());
    }
}
