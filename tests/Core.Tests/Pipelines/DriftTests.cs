using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>Baselines and change control, from the event to what stands afterwards.</summary>
public sealed class DriftTests
{
    private const string Describe = "Describe " + FakeEc2.GroupId;
    private const string Mysql = "ingress tcp/3306 10.1.0.0/16";
    private const string Database = "groups: { database: { tags: { Tier: database } } }\n";
    private const string Baseline = Database + "baselines:\n- group: database\n  ingress: [{ id: db_from_web, service: mysql, peer: 10.1.0.0/16, why: application queries }]\n";
    private const string Restoring = Baseline + "  missing: restore\n";
    private const string Lambda = "arn:aws:sts::111122223333:assumed-role/remediator/OnSecurityGroupChange";

    private static byte[] ClosedMysql => Events.Revoke("Ingress", ("sgr-1", "tcp", 3306, 3306, "10.1.0.0/16"));

    private static byte[] OpenedWeb => Events.Authorize("Ingress", ("sgr-2", "tcp", 443, 443, "10.2.0.0/16"));

    [Fact]
    public async Task What_a_baseline_names_and_somebody_closed_is_put_back_and_told()
    {
        var account = A(Restoring);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(ClosedMysql));
        Assert.Equal([Describe, "Authorize Ingress " + Mysql], account.Calls.Take(2));
        Assert.Equal(Outcome.Restored, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(Mysql, Assert.Single(account.Ec2.Permissions!).Content);
        Assert.Single(account.Topic.Notices);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
        Assert.Empty(judged.Problems);
    }

    [Fact]
    public async Task What_a_read_still_shows_of_what_was_closed_is_put_back_all_the_same_or_is_still_there()
    {
        var account = A(Restoring);
        account.Ec2.Permissions = [Ingress(3306, "10.1.0.0/16", "sgr-1")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(ClosedMysql));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions);
        Assert.Empty(account.Topic.Notices);
    }

    [Fact]
    public async Task A_baseline_that_only_tells_tells()
    {
        var account = A(Baseline);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(ClosedMysql));
        Assert.Equal((Outcome.Missing, "the baseline only tells of what is missing"), Assert.Single(judged.Handled.Select(h => (h.Outcome, h.Detail))));
        Assert.Empty(account.Ec2.Authorizations);
        Assert.Single(account.Topic.Notices);
    }

    [Theory]
    [InlineData("guardrails: { protected: { tags: { Tier: database } } }\n", Mode.Enforce, "the group is protected")]
    [InlineData("", Mode.Observe, "the mode is observe")]
    [InlineData("changes:\n- { groups: database, allow: { users: '*:user/alice' } }\n", Mode.Enforce, "baseline out of date")]
    public async Task Whoever_outranks_a_baseline_keeps_it_from_putting_anything_back(string above, Mode ceiling, string why)
    {
        var account = With(Restoring + above, ceiling);
        account.Ec2.Tags["Tier"] = "database";
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(ClosedMysql));
        Assert.StartsWith(why, Assert.Single(judged.Handled, h => h.Outcome == Outcome.Missing).Detail, StringComparison.Ordinal);
        Assert.Empty(account.Ec2.Authorizations);
    }

    [Fact]
    public async Task A_group_that_no_baseline_chooses_is_read_and_left_alone()
    {
        var account = With(Restoring);
        Assert.IsType<Result.Benign>(await account.Deliver(ClosedMysql));
        Assert.Equal([Describe], account.Calls);
    }

    [Fact]
    public async Task Closing_costs_no_call_where_no_baseline_and_no_change_control_could_mind()
    {
        var account = With(Restoring.Replace("tags: { Tier: database }", "region: us-*", StringComparison.Ordinal));
        Assert.IsType<Result.Benign>(await account.Deliver(ClosedMysql));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task What_a_baseline_calls_extra_goes_only_after_a_read_shows_it()
    {
        var account = A(Baseline + "  extra: revoke\n");
        account.Ec2.Permissions = [Ingress(3306, "10.1.0.0/16", "sgr-1"), Ingress(443, "10.2.0.0/16", "sgr-2")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedWeb));
        Assert.Equal([Describe, "Read " + FakeEc2.GroupId, "Revoke Ingress ingress tcp/443 10.2.0.0/16"], account.Calls.Take(3));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(Mysql, Assert.Single(account.Ec2.Permissions).Content);
    }

    [Fact]
    public async Task What_a_baseline_calls_extra_and_stands_under_another_id_is_somebody_elses_and_only_told()
    {
        var account = A(Baseline + "  extra: revoke\n");
        account.Ec2.Permissions = [Ingress(3306, "10.1.0.0/16", "sgr-1"), Ingress(443, "10.2.0.0/16", "sgr-9")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedWeb));
        Assert.Equal(Outcome.Observed, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(2, account.Ec2.Permissions.Count);
    }

    [Fact]
    public async Task Change_control_reverts_what_somebody_opened_who_may_not_and_leaves_what_stood_before()
    {
        var account = A(Database + "changes:\n- { groups: database, allow: { roles: 'arn:aws:iam::*:role/terraform-*' }, opened: revert }\n");
        account.Ec2.Permissions = [Ingress(3306, "10.1.0.0/16", "sgr-1"), Ingress(443, "10.2.0.0/16", "sgr-2")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedWeb));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(Mysql, Assert.Single(account.Ec2.Permissions).Content);
    }

    [Fact]
    public async Task Change_control_puts_back_what_somebody_closed_as_far_as_a_baseline_names_it_and_tells_the_rest()
    {
        var account = A(Baseline + "changes:\n- { id: CH1, groups: database, allow: { roles: 'arn:aws:iam::*:role/terraform-*' }, closed: revert }\n");
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Revoke("Ingress", ("sgr-1", "tcp", 3306, 3306, "10.1.0.0/16"), ("sgr-2", "tcp", 443, 443, "10.2.0.0/16"))));
        Assert.Equal([(Outcome.Missing, "no baseline names it"), (Outcome.Restored, null)], judged.Handled.Select(h => (h.Outcome, h.Detail)).OrderBy(h => h.Outcome == Outcome.Restored));
        Assert.All(judged.Handled, h => Assert.Contains(h.Verdict.Reasons, r => r.Rule.Id == "CH1"));
        Assert.Equal(Mysql, Assert.Single(account.Ec2.Permissions!).Content);
    }

    [Fact]
    public async Task Our_own_calls_come_back_as_events_and_start_nothing()
    {
        var account = A(Restoring + "  extra: revoke\nchanges:\n- { groups: database, allow: { roles: 'arn:aws:iam::*:role/terraform-*' }, opened: revert, closed: revert }\n");
        await account.Deliver(ClosedMysql);
        var restored = account.Ec2.Requests[^1];
        account.Calls.Clear();
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Another(Events.Authorize("Ingress", ("sgr-new1", "tcp", 3306, 3306, "10.1.0.0/16")), restored)));

        account.Ec2.Permissions!.Add(Ingress(443, "10.2.0.0/16", "sgr-2"));
        await account.Deliver(Events.Another(OpenedWeb));
        var revoked = account.Ec2.Requests[^1];
        account.Calls.Clear();
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Another(Events.Revoke("Ingress", ("sgr-2", "tcp", 443, 443, "10.2.0.0/16")), revoked)));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task Our_own_calls_never_escape_a_deny_rule()
    {
        var account = A(Restoring + "rules:\n- { id: R1, name: no rdp, deny: { direction: ingress, service: rdp, peer: internet }, why: because }\n");
        await account.Deliver(ClosedMysql);
        account.Ec2.Permissions!.Add(Ingress(3389, "0.0.0.0/0", "sgr-5"));
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Another(Events.Authorize("Ingress", ("sgr-5", "tcp", 3389, 3389, "0.0.0.0/0")), account.Ec2.Requests[^1])));
        Assert.Equal("R1", Assert.Single(Assert.Single(judged.Handled).Verdict.Reasons).Rule.Id);
        Assert.Equal(Mysql, Assert.Single(account.Ec2.Permissions).Content);
    }

    [Fact]
    public async Task What_another_process_of_ours_may_have_closed_is_told_and_not_put_back()
    {
        var account = A(Restoring);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Another(ClosedMysql, arn: Lambda)));
        Assert.Equal((Outcome.Missing, "it was closed in a session of this function's own name"), Assert.Single(judged.Handled.Select(h => (h.Outcome, h.Detail))));
        Assert.Empty(account.Ec2.Authorizations);
    }

    [Fact]
    public async Task A_forbidden_change_of_a_named_rule_is_closed_and_then_what_the_baseline_names_is_put_back()
    {
        var account = A(Restoring + "rules:\n- { id: R1, name: no databases, deny: { direction: ingress, service: mysql, peer: internet }, why: because }\n");
        account.Ec2.Permissions = [Permission(Remediator.Groups.Direction.Ingress, "tcp", 3306, 3306, "0.0.0.0/0", "sgr-1")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Modify("sgr-1", "tcp", 3306, 3306, "0.0.0.0/0")));
        Assert.Equal([Outcome.Revoked, Outcome.Restored], judged.Handled.Select(h => h.Outcome));
        Assert.Equal(Mysql, Assert.Single(account.Ec2.Permissions).Content);
    }

    [Fact]
    public async Task A_restore_that_EC2_refuses_is_told_and_tried_again()
    {
        var account = A(Restoring);
        account.Ec2.AuthorizeRefusals.Enqueue(new Remediator.Ports.AuthorizeAnswer.Refused("req-9", "UnauthorizedOperation: no", false));
        var first = Assert.IsType<Result.Judged>(await account.Deliver(ClosedMysql));
        Assert.Equal(Outcome.Missing, Assert.Single(first.Handled).Outcome);
        Assert.Contains("UnauthorizedOperation", Assert.Single(first.Problems), StringComparison.Ordinal);
        account.Clock.Advance(TimeSpan.FromSeconds(30));
        var second = Assert.IsType<Result.Judged>(await account.Deliver(ClosedMysql));
        Assert.Equal(Outcome.Restored, Assert.Single(second.Handled).Outcome);
        Assert.Empty(second.Problems);
    }

    private static Account A(string policy)
    {
        var account = With(policy);
        account.Ec2.Tags["Tier"] = "database";
        return account;
    }
}
