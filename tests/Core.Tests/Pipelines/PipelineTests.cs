using System.Text;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

public sealed class PipelineTests
{
    private static byte[] OpenedSsh => Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));

    [Fact]
    public async Task A_forbidden_permission_is_revoked_first_and_told_afterwards()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(443, "0.0.0.0/0", "sgr-0")];

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));

        Assert.Equal(["Revoke Ingress ingress tcp/22 0.0.0.0/0", "ReadExposure", "Publish", "Import FAILED", "Import PASSED", "Resolve"], account.Calls);
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(judged.Problems);
        Assert.Equal([Ingress(443, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
        Assert.Single(account.Hub.Resolved);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task A_benign_event_costs_no_call()
    {
        var account = new Account();
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Authorize("Ingress", ("sgr-1", "tcp", 443, 443, "0.0.0.0/0"), ("sgr-2", "tcp", 22, 22, Events.Office))));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task A_second_delivery_in_one_process_makes_no_call()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        await account.Deliver(OpenedSsh);
        account.Calls.Clear();

        Assert.IsType<Result.Repeated>(await account.Deliver(OpenedSsh));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task Of_one_forbidden_among_allowed_only_the_forbidden_one_goes()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(443, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-2"), Ingress(22, Events.Office, "sgr-3")];

        await account.Deliver(Events.Authorize("Ingress", ("sgr-1", "tcp", 443, 443, "0.0.0.0/0"), ("sgr-2", "tcp", 3389, 3389, "0.0.0.0/0"), ("sgr-3", "tcp", 22, 22, Events.Office)));

        Assert.Equal([Ingress(443, "0.0.0.0/0"), Ingress(22, Events.Office)], account.Ec2.Permissions);
        Assert.Equal(Ingress(3389, "0.0.0.0/0"), Assert.Single(Assert.Single(account.Ec2.Revocations).Permissions));
    }

    [Fact]
    public async Task Already_gone_under_a_first_claim_is_neither_finding_nor_notice()
    {
        var account = new Account();
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(["Revoke Ingress " + Ssh, "Read " + FakeEc2.GroupId, "Read " + FakeEc2.GroupId], account.Calls);
        Assert.True(account.Clock.GetUtcNow() >= Events.Time + Timing.Settled, "an earlier read may not show yet what the event opened");
        Assert.IsType<Result.Repeated>(await account.Deliver(OpenedSsh));
    }

    [Fact]
    public async Task A_deleted_group_is_told_to_nobody()
    {
        var account = new Account { Ec2 = { Permissions = null } };
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(account.Topic.Notices);
        Assert.Empty(account.Hub.Findings);
    }

    [Fact]
    public async Task A_group_that_not_every_server_knows_yet_is_tried_again()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.GroupNotFound("req-0"));
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.GroupNotFound("req-0"));

        await account.Deliver(OpenedSsh);
        Assert.Empty(account.Ec2.Permissions!);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task An_answer_without_proof_is_verified_by_a_read()
    {
        var account = new Account { Ec2 = { AnswersReturnOnly = true } };
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.StaleReads.Enqueue(FakeEc2.Shown(Events.Account, Events.Region, Ingress(22, "0.0.0.0/0", "sgr-1")));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(2, account.Calls.Count(c => c.StartsWith("Read ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Return_true_with_the_permission_listed_as_unknown_is_not_a_revoke()
    {
        var account = new Account { Ec2 = { DefaultVpc = true } };
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(account.Topic.Notices);
    }

    [Fact]
    public async Task A_revoke_that_EC2_takes_without_effect_is_a_failure_and_is_told()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.Taken("req-0", true, [], []));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Failed, Assert.Single(judged.Handled).Outcome);
        Assert.NotEmpty(judged.Problems);
        Assert.False(Assert.Single(account.Hub.Findings.Values).Passed);
        Assert.Equal("failed", Assert.Single(account.Topic.Notices).Attributes["outcome"], ignoreCase: true);
    }

    [Fact]
    public async Task A_failure_is_tried_again_with_the_next_delivery_and_told_anew_when_it_ends_otherwise()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused("req-0", "UnauthorizedOperation: not authorized", false));

        Assert.NotEmpty((await account.Deliver(OpenedSsh)).Problems);
        Assert.NotEmpty(account.Ec2.Permissions!);
        account.Clock.Advance(TimeSpan.FromMinutes(1));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(judged.Problems);
        Assert.Equal(2, account.Topic.Notices.Count);
        Assert.Single(account.Topic.Notices.Select(n => n.Id).Distinct());
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task The_same_failure_twice_is_told_once()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        for (var i = 0; i < 2; i++) account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused("req-0", "UnauthorizedOperation: not authorized", false));

        await account.Deliver(OpenedSsh);
        await account.Deliver(OpenedSsh);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task Throttling_backs_off_while_there_is_time_to_act()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        for (var i = 0; i < 4; i++) account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused("req-0", "RequestLimitExceeded: slow down", true));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(5, judged.Calls.Length);
    }

    [Fact]
    public async Task Throttling_without_end_stops_in_time_to_tell()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        for (var i = 0; i < 1000; i++) account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused("req-0", "RequestLimitExceeded: slow down", true));
        var deadline = account.Clock.GetUtcNow() + TimeSpan.FromSeconds(30);

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.True(account.Clock.GetUtcNow() <= deadline - TimeSpan.FromSeconds(5));
        Assert.NotEmpty(judged.Problems);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task One_stale_permission_in_a_batch_does_not_save_the_others()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(443, "0.0.0.0/0", "sgr-9")];

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"), ("sgr-2", "tcp", 3389, 3389, "0.0.0.0/0"))));

        Assert.Equal([Ingress(443, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.Equal([Outcome.Gone, Outcome.Revoked], judged.Handled.Select(h => h.Outcome).Order().Reverse());
        Assert.Single(account.Hub.Findings);
    }

    [Fact]
    public async Task A_batch_that_is_refused_again_and_again_is_sent_one_by_one()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-2")];
        for (var i = 0; i < 3; i++) account.Ec2.Refusals.Enqueue(new RevokeAnswer.PermissionNotFound("req-0"));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"), ("sgr-2", "tcp", 3389, 3389, "0.0.0.0/0"))));
        Assert.All(judged.Handled, h => Assert.Equal(Outcome.Revoked, h.Outcome));
        Assert.Equal([2, 2, 2, 1, 1], account.Ec2.Revocations.Select(r => r.Permissions.Length));
    }

    [Fact]
    public async Task Not_found_while_a_read_still_shows_it_is_not_gone()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        for (var i = 0; i < 9; i++) account.Ec2.Refusals.Enqueue(new RevokeAnswer.PermissionNotFound("req-0"));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Failed, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(2, account.Ec2.Revocations.Count);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task The_same_content_under_a_new_id_is_opened_again()
    {
        var account = new Account { Ec2 = { AnswersReturnOnly = true } };
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.AfterRevoke = () => account.Ec2.Permissions!.Add(Ingress(22, "0.0.0.0/0", "sgr-2"));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.OpenedAgain, Assert.Single(judged.Handled).Outcome);
        Assert.False(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Theory]
    [InlineData("Ingress")]
    [InlineData("Egress")]
    public async Task A_modified_rule_is_judged_in_the_direction_that_a_read_shows(string direction)
    {
        var account = new Account();
        account.Ec2.Permissions = [Permission(Enum.Parse<Direction>(direction), "tcp", 22, 22, "0.0.0.0/0", "sgr-1")];

        await account.Deliver(Events.Modify("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));
        Assert.Equal(direction == "Ingress" ? 0 : 1, account.Ec2.Permissions!.Count);
    }

    [Fact]
    public async Task A_modified_rule_that_a_read_still_shows_as_it_was_is_revoked_as_the_event_says()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.StaleReads.Enqueue(FakeEc2.Shown(Events.Account, Events.Region, Ingress(8080, "0.0.0.0/0", "sgr-1")));

        await account.Deliver(Events.Modify("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));
        Assert.Empty(account.Ec2.Permissions!);
    }

    [Fact]
    public async Task A_modify_that_is_benign_both_ways_costs_no_call()
    {
        var account = new Account();
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Modify("sgr-1", "tcp", 443, 443, "0.0.0.0/0")));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task Omitted_parameters_have_the_whole_group_read_and_judged()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(443, "0.0.0.0/0", "sgr-2")];

        await account.Deliver(Events.Omitted());
        Assert.Equal("Read " + FakeEc2.GroupId, account.Calls[0]);
        Assert.Equal([Ingress(443, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.True(account.Clock.GetUtcNow() >= Events.Time + TimeSpan.FromSeconds(5), "a read of the whole group waits until it shows the change");
    }

    [Fact]
    public async Task A_group_that_cannot_be_read_is_an_error_and_never_compliant()
    {
        var account = new Account();
        account.Ec2.StaleReads.Enqueue(new GroupReading.Failed("UnauthorizedOperation: no", false));
        var undone = Assert.IsType<Result.Undone>(await account.Deliver(Events.Omitted()));
        Assert.Contains("UnauthorizedOperation", Assert.Single(undone.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_event_acts_on_its_own_rule()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Clock.Advance(TimeSpan.FromHours(20));

        await account.Deliver(OpenedSsh);
        Assert.Equal("Read " + FakeEc2.GroupId, account.Calls[0]);
        Assert.Empty(account.Ec2.Permissions!);
    }

    [Fact]
    public async Task A_late_event_tells_of_somebody_elses_rule_and_does_not_touch_it()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-2")];
        account.Clock.Advance(TimeSpan.FromHours(20));

        await account.Deliver(OpenedSsh);
        Assert.Single(account.Ec2.Permissions!);
        Assert.Empty(account.Ec2.Revocations);
        Assert.DoesNotContain("alice", Assert.Single(account.Topic.Notices).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_event_whose_permission_is_gone_is_told_to_nobody()
    {
        var account = new Account();
        account.Clock.Advance(TimeSpan.FromHours(20));
        Assert.IsType<Result.Benign>(await account.Deliver(OpenedSsh));
        Assert.Equal(["Read " + FakeEc2.GroupId], account.Calls);
    }

    [Theory]
    [InlineData(Mode.Observe, null)]
    [InlineData(Mode.Enforce, Mode.Observe)]
    public async Task Observing_tells_and_changes_nothing(Mode ceiling, Mode? ruleMode)
    {
        var account = new Account(ceiling, ruleMode: ruleMode);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Observed, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions!);
        Assert.Single(account.Topic.Notices);
        Assert.False(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task A_rule_that_only_notifies_changes_nothing()
    {
        var account = new Account(action: RuleAction.Notify);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Told, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions!);
    }

    [Fact]
    public async Task What_is_only_observed_and_gone_again_is_told_to_nobody()
    {
        var account = new Account(Mode.Observe);
        account.Clock.Advance(TimeSpan.FromSeconds(30));
        await account.Deliver(OpenedSsh);
        Assert.Empty(account.Topic.Notices);
        Assert.Empty(account.Hub.Findings);
    }

    [Fact]
    public async Task Failing_to_tell_undoes_nothing_and_is_made_up_for_with_the_next_delivery()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Topic.Says = new Answer("Throttled: slow down", true);
        account.Hub.Says = _ => new Answer("InternalException: oops", true);

        var first = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(2, first.Problems.Length);
        Assert.Empty(account.Ec2.Permissions!);
        (account.Topic.Says, account.Hub.Says) = (Answer.Ok, _ => Answer.Ok);

        var second = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Empty(second.Problems);
        Assert.Single(account.Ec2.Revocations);
        Assert.Single(account.Topic.Notices);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_updated_is_remarked_and_fails_nothing()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Hub.SaysOfWorkflow = new Answer("AccessDenied: no", false);

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Empty(judged.Problems);
        Assert.Contains("AccessDenied", Assert.Single(judged.Remarks), StringComparison.Ordinal);
        Assert.IsType<Result.Repeated>(await account.Deliver(OpenedSsh));
    }

    [Fact]
    public async Task Passed_is_sent_only_after_failed_was_accepted()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Hub.Says = _ => new Answer("InvalidInput: no", false);
        await account.Deliver(OpenedSsh);
        Assert.DoesNotContain("Import PASSED", account.Calls);
    }

    [Fact]
    public async Task An_exception_gives_the_claim_back_so_that_the_next_delivery_takes_over()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.AfterRevoke = () => throw new InvalidOperationException("the process was ended here");
        await Assert.ThrowsAsync<InvalidOperationException>(() => account.Deliver(OpenedSsh));
        account.Ec2.AfterRevoke = null;

        // The revoke had its effect; the second attempt finds it gone under its own unfinished claim, and completes the telling.
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Topic.Notices);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task An_event_of_another_account_is_an_error()
    {
        var account = new Account();
        var undone = Assert.IsType<Result.Undone>(await account.Deliver(OpenedSsh, account: "444455556666"));
        Assert.Contains("444455556666", Assert.Single(undone.Problems), StringComparison.Ordinal);
        Assert.Empty(account.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"source\":\"aws.ec2\",\"detail-type\":\"AWS API Call via CloudTrail\"}")]
    public async Task What_cannot_be_read_is_an_error_and_never_compliant(string text)
    {
        var account = new Account();
        Assert.NotEmpty(Assert.IsType<Result.Undone>(await account.Deliver(Encoding.UTF8.GetBytes(text))).Problems);
    }

    [Fact]
    public async Task At_most_a_thousand_permissions_go_in_one_call()
    {
        var account = new Account();
        var rules = Enumerable.Range(0, 1001).Select(i => ($"sgr-{i}", "tcp", 22, 22, $"198.{18 + (i / 250)}.{i % 250}.0/24")).ToArray();
        account.Ec2.Permissions = [.. rules.Select(r => Ingress(22, r.Item5, r.Item1))];

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", rules)));
        Assert.Equal([1000, 1], account.Ec2.Revocations.Select(r => r.Permissions.Length));
        Assert.Empty(account.Ec2.Permissions!);
        Assert.Equal(1001, judged.Handled.Length);
    }
}
