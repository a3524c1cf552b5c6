using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>Ways in which EC2, the clock or the platform could make us miss, remove or lose something.</summary>
public sealed class ReviewedTests
{
    private static readonly (string, string, int, int, string) Ssh1 = ("sgr-1", "tcp", 22, 22, "0.0.0.0/0");
    private static readonly (string, string, int, int, string) Rdp2 = ("sgr-2", "tcp", 3389, 3389, "0.0.0.0/0");

    [Fact]
    public async Task A_group_that_EC2_does_not_find_and_a_read_shows_was_a_peer_and_saves_nobody()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-2")];
        account.Ec2.Objects = call => call.Permissions.Any(p => p.RuleId == "sgr-2") ? new RevokeAnswer.GroupNotFound("req-0") : null;

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1, Rdp2)));

        Assert.Equal([Ingress(3389, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.Equal([Outcome.Revoked, Outcome.Failed], judged.Handled.Select(h => h.Outcome));
        Assert.NotEmpty(judged.Problems);
        Assert.Equal(2, account.Hub.Findings.Count);
    }

    [Fact]
    public async Task A_permission_that_EC2_will_not_take_does_not_save_the_others_in_its_call()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-2")];
        account.Ec2.Objects = call => call.Permissions.Any(p => p.RuleId == "sgr-1") ? new RevokeAnswer.Refused("req-0", "InvalidPrefixListID.NotFound: no such list", false, AboutContent: true) : null;

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1, Rdp2)));

        Assert.Equal([Ingress(22, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.Equal([Outcome.Failed, Outcome.Revoked], judged.Handled.Select(h => h.Outcome));
    }

    [Fact]
    public async Task A_refusal_of_the_caller_is_not_tried_for_each_permission()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-2")];
        account.Ec2.Objects = _ => new RevokeAnswer.Refused("req-0", "UnauthorizedOperation: no", false);

        await account.Deliver(Events.Authorize("Ingress", Ssh1, Rdp2));
        Assert.Single(account.Ec2.Revocations);
    }

    [Fact]
    public async Task What_neither_the_call_nor_a_read_shows_yet_is_revoked_once_it_shows()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.PermissionNotFound("req-0"));
        account.Ec2.StaleReads.Enqueue(FakeEc2.Shown(Events.Account, Events.Region));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1)));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_throttled_read_on_the_way_is_tried_again()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.PermissionNotFound("req-0"));
        for (var i = 0; i < 3; i++) account.Ec2.StaleReads.Enqueue(new GroupReading.Failed("RequestLimitExceeded: slow down", true));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1)));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
    }

    [Fact]
    public async Task An_EC2_that_hangs_until_acting_stops_is_a_failure_that_is_told()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        using var acting = new CancellationTokenSource();
        account.Ec2.Hangs = async cancel =>
        {
            await acting.CancelAsync();
            cancel.ThrowIfCancellationRequested();
        };

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1), stopActing: acting.Token));
        Assert.Equal(Outcome.Failed, Assert.Single(judged.Handled).Outcome);
        Assert.NotEmpty(judged.Problems);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task Going_one_by_one_stops_in_time_to_tell()
    {
        var account = new Account();
        var rules = Enumerable.Range(0, 100).Select(i => ($"sgr-{i}", "tcp", 22, 22, $"198.18.{i}.0/24")).ToArray();
        account.Ec2.Permissions = [.. rules.Select(r => Ingress(22, r.Item5, r.Item1))];
        account.Ec2.Objects = call => call.Permissions.Length > 1 ? new RevokeAnswer.Refused("req-0", "InvalidParameterValue: one of them", false, AboutContent: true) : null;
        account.Ec2.Hangs = _ =>
        {
            account.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        };
        var deadline = account.Clock.GetUtcNow() + TimeSpan.FromSeconds(30);

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", rules)));

        Assert.True(account.Clock.GetUtcNow() <= deadline - TimeSpan.FromSeconds(3), "time to tell is left");
        Assert.Contains(judged.Handled, h => h.Outcome == Outcome.Revoked);
        Assert.Contains(judged.Handled, h => h.Outcome == Outcome.Failed);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task A_notice_that_was_sent_is_not_sent_again_because_Security_Hub_never_answered()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Hub.Says = _ => throw new OperationCanceledException();
        Assert.NotEmpty(Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1))).Problems);

        account.Hub.Says = _ => Answer.Ok;
        Assert.Empty((await account.Deliver(Events.Authorize("Ingress", Ssh1))).Problems);
        Assert.Single(account.Topic.Notices);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task Of_a_late_event_what_is_still_its_own_is_revoked_and_what_somebody_opened_since_is_only_told()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-9")];
        account.Clock.Advance(TimeSpan.FromHours(20));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1, Rdp2)));

        Assert.Equal([Ingress(3389, "0.0.0.0/0")], account.Ec2.Permissions);
        Assert.Equal([Outcome.Revoked, Outcome.Observed], judged.Handled.Select(h => h.Outcome).Order());
    }

    [Fact]
    public async Task A_late_event_that_does_not_say_what_it_opened_only_tells_of_what_stands_in_its_group()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Clock.Advance(TimeSpan.FromHours(20));

        await account.Deliver(Events.Omitted());
        Assert.Single(account.Ec2.Permissions);
        Assert.Single(account.Topic.Notices);
        Assert.Single(account.Hub.Findings);
    }

    [Fact]
    public async Task A_read_of_the_whole_group_waits_also_when_our_clock_is_behind()
    {
        var account = new Account();
        account.Clock.Advance(TimeSpan.FromSeconds(-4));
        var before = account.Clock.GetUtcNow();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];

        await account.Deliver(Events.Omitted());
        Assert.True(account.Clock.GetUtcNow() >= before + Timing.Settled);
    }

    [Fact]
    public async Task A_finding_passes_at_the_time_of_the_closing_not_of_the_telling()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Hub.Says = f =>
        {
            if (!f.Passed) account.Clock.Advance(TimeSpan.FromSeconds(10));
            return Answer.Ok;
        };

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", Ssh1)));
        Assert.True(Assert.Single(account.Hub.Findings.Values).UpdatedAt <= judged.ClosedAt + TimeSpan.FromMilliseconds(1), "else it would outrank what another event saw meanwhile");
    }
}
