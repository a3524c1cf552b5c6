using Remediator.Core.Tests.Pipelines;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Grants;

/// <summary>The event of a lease's own call reaches the function, whose policy is against it.</summary>
public sealed class LeasePipelineTests
{
    private const string Deny = "rules:\n- { id: R1, name: ssh from outside, deny: { direction: ingress, service: ssh, peer: internet }, severity: critical, why: because }\n";
    private const string Baseline = "groups:\n  web: { id: \"sg-*\" }\nbaselines:\n- { id: WEB, group: web, ingress: none, extra: revoke }\n";
    private const string Control = "changes:\n- { groups: any, allow: { roles: [\"arn:aws:iam::*:role/terraform\"] }, opened: revert, closed: revert }\n";

    [Theory]
    [InlineData(Deny)]
    [InlineData(Baseline)]
    [InlineData(Control)]
    [InlineData(Deny + Baseline + Control)]
    public async Task What_a_lease_opens_is_waived_and_stays(string policy)
    {
        var account = Account.With(policy);
        await Open(account, LeaseStory.Ssh);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Opened(account)));
        Assert.All(judged.Handled, handled => Assert.Equal(Decision.Waived, handled.Verdict.Decision));
        Assert.NotEmpty(judged.Handled);
        Assert.Single(account.Ec2.Permissions!);
        Assert.Empty(account.Ec2.Revocations);
        Assert.Empty(account.Topic.Notices);
    }

    [Theory]
    [InlineData(Deny)]
    [InlineData(Baseline)]
    [InlineData(Control)]
    [InlineData(Deny + Baseline + Control)]
    public async Task The_same_without_a_lease_is_closed(string policy)
    {
        var account = Account.With(policy);
        account.Ec2.Permissions!.Add(LeaseStory.Ssh with { RuleId = "sgr-new1" });
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Opened(account)));
        Assert.Contains(judged.Handled, handled => handled.Outcome == Outcome.Revoked);
        Assert.Empty(account.Ec2.Permissions);
    }

    [Fact]
    public async Task What_a_lease_closed_is_not_put_back_by_change_control()
    {
        var account = Account.With(Control);
        var agreed = await Open(account, LeaseStory.Ssh);
        Assert.IsType<LeaseResult.Closed>(await new LeaseClosing(account.World, LeaseStory.Run(account.World)).Run(agreed.Agreed, TestContext.Current.CancellationToken));
        account.Clock.Advance(TimeSpan.FromSeconds(2));
        var closed = Events.Another(Events.Revoke("Ingress", ("sgr-new1", "tcp", 22, 22, "203.0.113.7/32")), account.Ec2.Requests[^1]);
        await account.Deliver(Events.By(Events.At(closed, account.Clock.GetUtcNow()), "Engineer"));
        Assert.Empty(account.Ec2.Permissions!);
        Assert.Empty(account.Topic.Notices);
    }

    private static async Task<LeaseResult.Opened> Open(Account account, Permission permission)
    {
        Assert.Equal(LeaseStory.Ssh, permission);
        var story = new LeaseStory();
        story.Clock.Advance(account.Clock.GetUtcNow() - story.Clock.GetUtcNow());
        var opened = Assert.IsType<LeaseResult.Opened>(await new LeaseOpening(account.World, LeaseStory.Run(account.World)).Run(story.Proposal(), TestContext.Current.CancellationToken));
        account.Clock.Advance(TimeSpan.FromSeconds(2));
        return opened;
    }

    private static byte[] Opened(Account account) =>
        Events.By(Events.At(Events.Authorize("Ingress", ("sgr-new1", "tcp", 22, 22, "203.0.113.7/32")), account.Clock.GetUtcNow() - TimeSpan.FromSeconds(1)), "Engineer");
}
