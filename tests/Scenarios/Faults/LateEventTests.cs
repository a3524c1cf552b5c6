using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.EC2.Model;
using Remediator.Sandbox.Proxy;
using Remediator.Scenarios.Stories;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Faults;

/// <summary>Events that come when the world has moved on: what stands now is judged, and nobody is blamed for what somebody else did.</summary>
public sealed class LateEventTests(LateTown town) : Story(town), IClassFixture<LateTown>
{
    private const string Internet = "0.0.0.0/0";

    [Fact]
    public async Task What_was_removed_and_legitimately_added_again_stays()
    {
        var group = await Town.Account.CreateGroupAsync($"managed-{Guid.NewGuid():N}");
        var late = await KeptBack(() => As(PolicyTown.Alice, ec2 => ec2.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(8443, Internet)))));
        await KeptBack(() => As(PolicyTown.Alice, ec2 => ec2.RevokeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(8443, Internet)] })));
        await Town.Watch(() => As(PolicyTown.Terraform, ec2 => ec2.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(8443, Internet)))));
        var id = await Town.RuleId(group, 8443);

        var handled = await Town.Deliver(late);

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(id, await Town.RuleId(group, 8443));
        Assert.DoesNotContain("ec2:RevokeSecurityGroupIngress", handled.Calls);
    }

    [Fact]
    public async Task An_event_of_yesterdays_dead_letter_queue_closes_what_still_stands_as_it_was_opened()
    {
        var group = await Town.Group();
        var late = await KeptBack(() => Town.Bob.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(22, Internet), Tcp(443, Internet))));

        var handled = await Town.Deliver(OfYesterday(late));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
        Assert.True(handled.Calls.IndexOf("ec2:DescribeSecurityGroupRules") < handled.Calls.IndexOf("ec2:RevokeSecurityGroupIngress"), "an old event is not acted on before a read");
        Assert.Equal("revoked", (await Notice(group)).Attributes["outcome"]);
    }

    [Fact]
    public async Task An_event_of_yesterday_about_what_is_gone_tells_nobody()
    {
        var group = await Town.Group();
        var late = await KeptBack(() => Town.Bob.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(22, Internet))));
        await KeptBack(() => Town.Bob.RevokeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(22, Internet)] }));

        await IsToldToNobody(OfYesterday(late));
    }

    [Fact]
    public async Task What_somebody_else_opened_since_yesterday_is_not_blamed_on_who_opened_it_then()
    {
        var group = await Town.Group();
        var late = await KeptBack(() => As(PolicyTown.Alice, ec2 => ec2.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(22, Internet)))));
        await KeptBack(() => Town.Bob.RevokeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(22, Internet)] }));
        await KeptBack(() => Town.Bob.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(22, Internet))));

        var handled = await Town.Deliver(OfYesterday(late));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.DoesNotContain("alice", (await Notice(group)).Body, StringComparison.Ordinal);
        Assert.Equal(["tcp/22-22 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task An_event_about_a_group_that_is_deleted_meanwhile_tells_nobody()
    {
        var group = await Town.Group();
        var late = await KeptBack(() => Town.Bob.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(22, Internet))));
        await Town.Call(PolicyTown.Alice, "DeleteSecurityGroup", ("GroupId", group));

        await IsToldToNobody(late);
    }

    [Fact]
    public async Task One_stale_permission_keeps_none_of_the_others_open()
    {
        var group = await Town.Group();
        var late = await KeptBack(() => Town.Bob.AuthorizeSecurityGroupIngressAsync(Opening(group, Tcp(22, Internet), Tcp(3389, Internet), Tcp(22, "198.51.100.0/24"), Tcp(443, Internet))));
        await KeptBack(() => Town.Bob.RevokeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(3389, Internet)] }));

        var handled = await Town.Deliver(late);

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
        var findings = Town.Account.Findings.All.Where(f => f.ToJsonString().Contains(group, StringComparison.Ordinal)).GroupBy(f => f["Id"]!.ToString()).ToList();
        Assert.Equal(2, findings.Count);
    }

    private async Task IsToldToNobody(string read)
    {
        var handled = await Town.Deliver(read);
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.DoesNotContain(handled.Calls, call => call.StartsWith("sns:", StringComparison.Ordinal) || call.StartsWith("securityhub:", StringComparison.Ordinal));
    }

    /// <summary>Makes a change whose event is delivered to nobody yet.</summary>
    private async Task<string> KeptBack(Func<Task> change)
    {
        var kept = "";
        Town.Account.Delivers = read => (kept = read).Length == 0;
        await change();
        Town.Account.Delivers = _ => true;
        Assert.NotEqual("", kept);
        return kept;
    }

    private async Task As(Caller caller, Func<Amazon.EC2.IAmazonEC2, Task> change)
    {
        using var ec2 = Town.Account.Ec2As(caller);
        await change(ec2);
    }

    private async Task<Remediator.Sandbox.Notices.ReceivedNotice> Notice(string group) => await Town.Account.Notices.FirstAsync(
        notice => notice.Attributes.GetValueOrDefault("groupId") == group, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static AuthorizeSecurityGroupIngressRequest Opening(string group, params IpPermission[] permissions) => new() { GroupId = group, IpPermissions = [.. permissions] };

    private static string OfYesterday(string read)
    {
        var late = JsonNode.Parse(read)!;
        var then = DateTimeOffset.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        late["time"] = then;
        late["detail"]!["eventTime"] = then;
        return late.ToJsonString();
    }
}
