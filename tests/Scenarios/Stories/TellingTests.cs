using Remediator.Sandbox;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>What people and Security Hub are told, as they receive it.</summary>
public sealed class TellingTests(Town town) : Story(town), IClassFixture<Town>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_notice_says_what_was_closed_and_carries_the_attributes_of_filter_policies()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(22, "0.0.0.0/0"));

        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group, Patience, TestContext.Current.CancellationToken);
        Assert.Equal($"Remediator closed tcp/22 from 0.0.0.0/0 on {group}", notice.Subject);
        Assert.Contains("arn:aws:iam::111122223333:user/bob", notice.Body, StringComparison.Ordinal);
        Assert.Equal(["account", "groupId", "noticeId", "outcome", "region", "severity", "verdict"], notice.Attributes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("revoked", notice.Attributes["outcome"]);
        Assert.Equal(SandboxAccount.Account, notice.Attributes["account"]);
    }

    [Fact]
    public async Task The_finding_is_failed_then_passed_and_resolved()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(3389, "0.0.0.0/0"));

        var states = Town.Account.Findings.All.Where(f => f["Id"]!.ToString().Contains(group, StringComparison.Ordinal)).ToList();
        Assert.Equal(["FAILED NEW", "PASSED NEW", "PASSED RESOLVED"], states.Select(f => $"{f["Compliance"]!["Status"]} {f["Workflow"]!["Status"]}"));
        Assert.Single(states.Select(f => f["Id"]!.ToString()).Distinct());
    }

    [Fact]
    public async Task The_same_hole_opened_again_is_the_same_finding_new_again()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(22, "0.0.0.0/0"));
        await Town.Open(group, Tcp(22, "0.0.0.0/0"));

        var states = Town.Account.Findings.All.Where(f => f["Id"]!.ToString().Contains(group, StringComparison.Ordinal)).ToList();
        Assert.Single(states.Select(f => f["Id"]!.ToString()).Distinct());
        Assert.Equal(["FAILED NEW", "PASSED NEW", "PASSED RESOLVED", "FAILED NEW", "PASSED NEW", "PASSED RESOLVED"], states.Select(f => $"{f["Compliance"]!["Status"]} {f["Workflow"]!["Status"]}"));
    }

    [Fact]
    public async Task A_hostile_description_reaches_neither_subject_nor_log_unescaped()
    {
        var group = await Town.Group();
        var permission = Tcp(22, "0.0.0.0/0");
        permission.Ipv4Ranges[0].Description = "\u001b[31mred\u001b[0m <b>bold</b> {0} %s \u202eevil";
        await Town.Open(group, permission);

        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group, Patience, TestContext.Current.CancellationToken);
        Assert.DoesNotContain('\u001b', notice.Subject + notice.Body);
        Assert.DoesNotContain('\u202e', notice.Subject + notice.Body);
        Assert.All(Town.Account.FunctionLines.All, line => Assert.DoesNotContain('\u001b', line));
    }
}
