using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>Events that open nothing by their own words, and yet make something of what stands.</summary>
public sealed class KindTests
{
    private const string SshOfWeb = "rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { tags: { Tier: web } }\n";

    [Fact]
    public async Task A_retag_that_moves_a_group_into_a_rule_closes_what_stands_there_whatever_its_age()
    {
        var account = With(SshOfWeb);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(443, "0.0.0.0/0", "sgr-2")];
        account.Ec2.Tags["Tier"] = "web";
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId)));
        Assert.True(account.Clock.GetUtcNow() >= Events.Time + Timing.Settled, "the tags are read once reads show the change");
        Assert.Equal("Describe " + FakeEc2.GroupId, account.Calls[0]);
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal([Ingress(443, "0.0.0.0/0")], account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_retag_out_of_a_rule_is_told_and_removes_nothing()
    {
        var account = With(SshOfWeb);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Retag("DeleteTags", "Tier", "web", FakeEc2.GroupId)));
        Assert.Equal(Outcome.Told, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task A_retag_that_no_selector_looks_at_costs_no_call()
    {
        var account = With(SshOfWeb);
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Retag("CreateTags", "CostCentre", "42", FakeEc2.GroupId)));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task A_late_retag_only_tells()
    {
        var account = With(SshOfWeb);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Tier"] = "web";
        account.Clock.Advance(TimeSpan.FromHours(1));
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId)));
        Assert.Equal(Outcome.Observed, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_group_that_is_retagged_and_cannot_be_read_is_an_error_and_never_compliant()
    {
        var account = With(SshOfWeb);
        account.Ec2.StaleDescribes.Enqueue(new Remediator.Ports.GroupReading.Failed("UnauthorizedOperation: no", false));
        var undone = Assert.IsType<Result.Undone>(await account.Deliver(Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId)));
        Assert.Contains("UnauthorizedOperation", Assert.Single(undone.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_group_of_one_retag_is_claimed_and_handled_by_itself()
    {
        var account = With(SshOfWeb);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        var both = Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId, "sg-0bbbbbbbbbbbbbbbb");
        var several = Assert.IsType<Result.Several>(await account.Deliver(both));
        Assert.Equal(2, several.Each.Length);
        Assert.All(Assert.IsType<Result.Several>(await account.Deliver(both)).Each, r => Assert.True(r is Result.Repeated or Result.Benign, r.ToString()));
    }

    [Fact]
    public async Task A_prefix_list_that_becomes_wide_closes_the_permissions_that_refer_to_it_and_no_other()
    {
        var account = new Account();
        account.Ec2.List("pl-0a", "0.0.0.0/1");
        var refers = Permission(Direction.Ingress, "tcp", 22, 22, "pl-0a");
        account.Ec2.Permissions = [refers with { RuleId = "sgr-1" }, Ingress(3389, "0.0.0.0/0", "sgr-2")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.ModifyPrefixList("pl-0a", "0.0.0.0/1")));
        Assert.Equal(["ReadPrefixList pl-0a", "DescribeReferring pl-0a", "Revoke Ingress ingress tcp/22 pl-0a"], account.Calls.Take(3));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal([Ingress(3389, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.True(account.Clock.GetUtcNow() >= Events.Time + Timing.Settled, "the list is read once reads show the change");
    }

    [Fact]
    public async Task What_was_closed_in_a_group_that_refers_to_the_list_no_more_is_still_told_by_the_next_attempt()
    {
        var account = new Account();
        account.Ec2.List("pl-0a", "0.0.0.0/1");
        account.Ec2.Permissions = [Permission(Direction.Ingress, "tcp", 22, 22, "pl-0a") with { RuleId = "sgr-1" }];
        account.Topic.Says = new("Throttling: slow down", true);
        var first = await account.Deliver(Events.ModifyPrefixList("pl-0a", "0.0.0.0/1"));
        Assert.NotEmpty(first.Problems);
        Assert.Empty(account.Ec2.Permissions);

        account.Topic.Says = Answer.Ok;
        var second = Assert.IsType<Result.Judged>(await account.Deliver(Events.ModifyPrefixList("pl-0a", "0.0.0.0/1")));

        Assert.Empty(second.Problems);
        Assert.Equal(Outcome.Revoked, Assert.Single(second.Handled).Outcome);
        Assert.Equal("revoked", Assert.Single(account.Topic.Notices).Attributes["outcome"]);
    }

    [Fact]
    public async Task A_prefix_list_that_stays_narrow_is_benign_for_those_who_refer_to_it()
    {
        var account = new Account();
        account.Ec2.List("pl-0a", Events.Office);
        account.Ec2.Permissions = [Permission(Direction.Ingress, "tcp", 22, 22, "pl-0a") with { RuleId = "sgr-1" }];
        Assert.IsType<Result.Benign>(await account.Deliver(Events.ModifyPrefixList("pl-0a", Events.Office)));
    }

    [Fact]
    public async Task A_prefix_list_that_nobody_refers_to_is_nobodys_concern()
    {
        var account = new Account();
        account.Ec2.List("pl-0a", "0.0.0.0/1");
        Assert.IsType<Result.NotJudged>(await account.Deliver(Events.ModifyPrefixList("pl-0a", "0.0.0.0/1")));
    }

    [Fact]
    public async Task Groups_that_refer_to_a_list_and_cannot_be_read_are_an_error()
    {
        var account = new Account { Ec2 = { Refuses = "UnauthorizedOperation: no" } };
        Assert.Contains("pl-0a", Assert.Single(Assert.IsType<Result.Undone>(await account.Deliver(Events.ModifyPrefixList("pl-0a", "0.0.0.0/1"))).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_default_egress_of_a_new_group_is_judged_as_what_its_maker_opened(bool withIPv6)
    {
        var account = With("rules:\n- id: R1\n  name: mail\n  deny: { direction: egress, service: smtp, peer: internet }\n  why: because\n");
        account.Ec2.Permissions = [Permission(Direction.Egress, "-1", null, null, "0.0.0.0/0", "sgr-1")];
        if (withIPv6) account.Ec2.Permissions.Add(Permission(Direction.Egress, "-1", null, null, "::/0", "sgr-2"));
        await account.Deliver(Events.CreateGroup());
        Assert.Empty(account.Ec2.Permissions);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task A_new_group_whose_maker_closed_its_egress_meanwhile_is_benign()
    {
        var account = With("rules:\n- id: R1\n  name: mail\n  deny: { direction: egress, service: smtp, peer: internet }\n  why: because\n");
        Assert.IsType<Result.Benign>(await account.Deliver(Events.CreateGroup()));
        Assert.Equal(["Read " + FakeEc2.GroupId], account.Calls);
    }
}
