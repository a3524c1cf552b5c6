using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>What people agreed or ordered outranks what the rules ask for, and is asked in one round trip with the claim.</summary>
public sealed class AgreementTests
{
    private readonly Guarded _it = new();

    [Fact]
    public async Task Waived_traffic_stays_and_is_recorded_and_nobody_is_told()
    {
        await _it.Waive(22, "203.0.113.0/24", TimeSpan.FromHours(8));
        var judged = await _it.Deliver(22, "203.0.113.7/32");
        Assert.Equal(Decision.Waived, Assert.Single(judged.Handled).Verdict.Decision);
        Assert.Single(_it.Standing);
        Assert.Empty(_it.Account.Ec2.Revocations);
        Assert.Empty(_it.Account.Topic.Notices);
        Assert.IsType<Result.Repeated>(await _it.Deliver(Delivered(judged)));
    }

    [Fact]
    public async Task What_is_wider_than_the_waiver_goes()
    {
        await _it.Waive(22, "203.0.113.0/24", TimeSpan.FromHours(8));
        await _it.Deliver(22, "203.0.112.0/23");
        Assert.Empty(_it.Standing);
    }

    [Fact]
    public async Task A_waiver_that_ended_counts_for_nothing_whatever_the_table_still_holds()
    {
        await _it.Waive(22, "0.0.0.0/0", TimeSpan.FromHours(1));
        _it.Account.Clock.Advance(TimeSpan.FromHours(1));
        await _it.Deliver(22);
        Assert.Empty(_it.Standing);
    }

    [Fact]
    public async Task A_waiver_counts_though_the_clock_of_whoever_granted_it_is_a_minute_ahead()
    {
        _it.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        await _it.Waive(22, "0.0.0.0/0", TimeSpan.FromHours(1));
        var opened = Events.At(_it.Open(22), Events.Time);
        _it.Account.Clock.Advance(TimeSpan.FromMinutes(-1));
        await _it.Deliver(opened);
        Assert.Single(_it.Standing);
    }

    [Fact]
    public async Task A_waiver_of_another_group_counts_for_nothing()
    {
        await _it.Waive(22, "0.0.0.0/0", TimeSpan.FromHours(1), Guarded.Group with { GroupId = "sg-0b" });
        await _it.Deliver(22);
        Assert.Empty(_it.Standing);
    }

    [Fact]
    public async Task A_plan_that_a_waiver_changes_is_recorded_before_anything_is_done()
    {
        await _it.Waive(22, "0.0.0.0/0", TimeSpan.FromHours(8));
        _it.Books.Answers = what => what == "Amend" ? new RecordAnswer.Failed("no answer") : null;
        var undone = Assert.IsType<Result.Undone>(await _it.Deliver(_it.Open(22)));
        Assert.Contains("no answer", Assert.Single(undone.Problems), StringComparison.Ordinal);
        Assert.Empty(_it.Account.Ec2.Revocations);
    }

    [Fact]
    public async Task The_claim_and_the_reads_go_out_together_and_no_call_to_EC2_before_all_have_an_answer()
    {
        var (all, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        var waiting = 0;
        _it.Books.Waits = _ =>
        {
            if (Interlocked.Increment(ref waiting) == 3) all.SetResult();
            return open.Task;
        };
        var handling = _it.Deliver(_it.Open(22));
        await all.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(["Agreements", "Claim", "Switch"], _it.Books.Asked.Order(StringComparer.Ordinal));
        Assert.Empty(_it.Account.Calls);
        open.SetResult();
        await handling;
        Assert.StartsWith("Revoke", _it.Account.Calls[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_benign_event_asks_the_ledger_nothing()
    {
        Assert.IsType<Result.Benign>(await _it.Deliver(_it.Open(443)));
        Assert.Empty(_it.Books.Asked);
    }

    [Fact]
    public async Task While_the_kill_switch_is_on_everything_is_told_and_nothing_is_changed_and_afterwards_nothing_fires_by_itself()
    {
        await _it.Account.Books.Switch.Turn(new(true, "arn:aws:iam::111122223333:user/ana", "migration", _it.Account.Clock.GetUtcNow()), default);
        var opened = _it.Open(22);
        var handled = Assert.Single(Assert.IsType<Result.Judged>(await _it.Deliver(opened)).Handled);
        Assert.Equal(Outcome.Observed, handled.Outcome);
        Assert.Contains("migration", handled.Detail, StringComparison.Ordinal);
        Assert.Single(_it.Account.Topic.Notices);

        await _it.Account.Books.Switch.Turn(new(false, "arn:aws:iam::111122223333:user/ana", "done", _it.Account.Clock.GetUtcNow()), default);
        Assert.IsType<Result.Repeated>(await _it.Deliver(opened));
        Assert.Single(_it.Standing);
        await _it.Deliver(3306);
        Assert.Equal([Account.Ssh], _it.Standing);
    }

    [Fact]
    public async Task A_waiver_covers_change_control_too_and_nothing_is_put_back_while_one_is_in_force()
    {
        var it = new Guarded(rules: "changes:\n- { id: CH1, groups: any, allow: { roles: 'arn:aws:iam::*:role/terraform-*' }, opened: revert }\n");
        await it.Waive(443, "10.0.0.0/8", TimeSpan.FromHours(1));
        Assert.Equal(Decision.Waived, Assert.Single((await it.Deliver(443, "10.1.0.0/16")).Handled).Verdict.Decision);
        await it.Deliver(80, "10.1.0.0/16");
        Assert.Equal(["ingress tcp/443 10.1.0.0/16"], it.Standing);
    }

    /// <summary>The event of a judged change, once more.</summary>
    private static byte[] Delivered(Result.Judged judged) => Events.At(
        Events.Another(Events.Authorize("Ingress", ("sgr-0001", "tcp", 22, 22, "203.0.113.7/32")), "request-2"), judged.Change.Time);
}
