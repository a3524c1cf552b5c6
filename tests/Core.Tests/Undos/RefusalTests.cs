using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Pipelines.Trims;
using Remediator.Core.Tests.Remediations;
using Remediator.Grants;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Undos;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Undos;

/// <summary>The world has changed, or there is nothing to undo: nothing is changed, and each reason says what to do instead.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("0f3c")]
    [InlineData("0F3C9A54D2B1487E96AB30C7D4E58F21")]
    [InlineData("x`\u202e\nrm -rf /")]
    public async Task A_key_that_is_none_shows_what_a_key_looks_like_and_asks_nobody(string key)
    {
        var desk = await UndoDesk.AfterRevoke();
        var refusal = Assert.Single(Assert.IsType<UndoDecision.Refused>(await desk.Undoer.Look(desk.Request with { Key = key }, TestContext.Current.CancellationToken)).Refusals);
        Assert.Contains(UndoKey.Form, refusal.Help, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.What);
        Assert.DoesNotContain('\u202e', refusal.What);
        Assert.Empty(desk.Account.Calls);
    }

    [Fact]
    public async Task A_key_that_the_table_does_not_know_is_refused()
    {
        var desk = await UndoDesk.AfterRevoke();
        var refused = Assert.IsType<UndoDecision.Refused>(await desk.Undoer.Look(desk.Request with { Key = new string('0', 32) }, TestContext.Current.CancellationToken));
        Assert.Contains("no entry `00000000000000000000000000000000`", Assert.Single(refused.Refusals).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_again_is_not_put_back_and_the_line_that_lets_it_stay_is_shown()
    {
        var desk = await UndoDesk.AfterRevoke();
        desk.Ec2.Permissions!.Add(Ingress(22, "0.0.0.0/0", "sgr-7"));
        var refusal = Assert.Single(await desk.Refusals());
        Assert.Equal("`tcp/22 from 0.0.0.0/0` is there already, as `sgr-7`: somebody put it back", refusal.What);
        Assert.Equal($"so that it stays: `remediator waive --policy POLICY --region eu-west-1 --group {FakeEc2.GroupId} --service tcp/22 --peer 0.0.0.0/0 --hours 8 --reason WHY`", refusal.Help);
        Assert.Empty(await desk.Waivers());
    }

    [Fact]
    public async Task A_rule_of_ours_that_somebody_changed_is_left_alone_and_every_reason_is_said()
    {
        var desk = await UndoDesk.AfterTrim();
        var changed = desk.Ec2.Permissions!.Where(p => p.RuleId!.StartsWith("sgr-new", StringComparison.Ordinal)).Take(2).ToList();
        foreach (var (piece, i) in changed.Select((p, i) => (p, i))) desk.Ec2.Permissions![desk.Ec2.Permissions.IndexOf(piece)] = Ingress(8080 + i, "10.0.0.0/8", piece.RuleId);
        var refusals = await desk.Refusals();
        Assert.Equal(2, refusals.Length);
        Assert.StartsWith("`sgr-new1` holds `tcp/8080 from 10.0.0.0/8` now, and held `tcp/0-21 from 0.0.0.0/0` when it was put there", refusals[0].What, StringComparison.Ordinal);
        Assert.Contains("aws ec2 revoke-security-group-ingress --region eu-west-1 --group-id sg-0a1b2c3d4e5f60718 --security-group-rule-ids sgr-new1", refusals[0].Help, StringComparison.Ordinal);
        Assert.Contains("remediator lease open", refusals[0].Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pieces_that_are_gone_are_nothing_to_take_away()
    {
        var desk = await UndoDesk.AfterTrim();
        desk.Ec2.Permissions!.RemoveAll(p => p.RuleId!.StartsWith("sgr-new", StringComparison.Ordinal));
        desk.Ec2.Permissions.Add(TrimStory.Office with { RuleId = "sgr-9" });
        var plan = await desk.Plan();
        Assert.Empty(plan.TakeAway);
        Assert.Equal(2, plan.Remarks.Count(r => r.EndsWith("is gone already", StringComparison.Ordinal)));
        Assert.Single(plan.Remarks, r => r.Contains("stands there as `sgr-9`", StringComparison.Ordinal));
        await desk.Done();
        Assert.Contains(TrimStory.Office, desk.Ec2.Permissions);
    }

    [Fact]
    public async Task What_was_put_back_and_is_gone_again_leaves_nothing_to_undo()
    {
        var desk = await UndoDesk.AfterRestore();
        desk.Ec2.Permissions!.Clear();
        Assert.StartsWith("nothing of what was put there stands any more", Assert.Single(await desk.Refusals()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_gone_and_an_account_that_is_another_are_said()
    {
        var desk = await UndoDesk.AfterRevoke();
        desk.Ec2.Permissions = null;
        Assert.Contains("it was deleted", Assert.Single(await desk.Refusals()).What, StringComparison.Ordinal);
        var foreign = Assert.IsType<UndoDecision.Refused>(await desk.Undoer.Look(desk.Request with { Account = "444455556666" }, TestContext.Current.CancellationToken));
        Assert.Contains("you are signed in to `444455556666`", Assert.Single(foreign.Refusals).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_undone_is_not_undone_again()
    {
        var desk = await UndoDesk.AfterRevoke();
        await desk.Done();
        var refusal = Assert.Single(await desk.Refusals());
        Assert.Contains($"by `{UndoDesk.Bob}`", refusal.What, StringComparison.Ordinal);
        Assert.Contains("remediator lease open", refusal.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.Observed, "only observed", "remediator waive")]
    [InlineData(Outcome.Told, "only told", "remediator waive")]
    [InlineData(Outcome.Failed, "failed", "remediator waive")]
    [InlineData(Outcome.Gone, "before", "remediator lease open")]
    [InlineData(Outcome.Missing, "was not put back", "remediator lease open")]
    public async Task Where_nothing_was_done_nothing_is_undone(Outcome outcome, string why, string how)
    {
        var desk = await UndoDesk.After([new(Some.Verdict(Ingress(22, "0.0.0.0/0")), outcome)]);
        var refusal = Assert.Single(await desk.Refusals());
        Assert.Contains(why, refusal.What, StringComparison.Ordinal);
        Assert.Contains(how, refusal.Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_or_not_finished_is_not_undone()
    {
        var desk = await UndoDesk.AfterRevoke();
        var ledger = desk.Account.Books.Ledger;
        var (claim, now, cancel) = ((await desk.Recorded()).Claim with { Key = new string('b', 32) }, desk.Account.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        await ledger.Claim(claim, "function", now, cancel);
        Assert.Contains("not finished", Assert.Single(await Refused()).What, StringComparison.Ordinal);
        await ledger.Hold(claim.Key, "function", Progress.Begun, now + TimeSpan.FromMinutes(15), now, cancel);
        Assert.Contains($"`remediator release {claim.Key}`", Assert.Single(await Refused()).Help, StringComparison.Ordinal);

        async Task<ImmutableArray<Refusal>> Refused() => Assert.IsType<UndoDecision.Refused>(await desk.Undoer.Look(desk.Request with { Key = claim.Key }, cancel)).Refusals;
    }

    [Fact]
    public async Task A_group_without_room_is_refused_and_no_waiver_is_left_behind()
    {
        var desk = await UndoDesk.AfterRevoke();
        desk.Ec2.Quota = 1;
        var refusal = Assert.Single(Assert.IsType<UndoResult.Refused>(await desk.Undo()).Refusals);
        Assert.Contains("RulesPerSecurityGroupLimitExceeded", refusal.What, StringComparison.Ordinal);
        Assert.DoesNotContain(await desk.Waivers(), a => a.Waiver.IsInForce(desk.Account.Clock.GetUtcNow()));
        Assert.Null((await desk.Recorded()).Undone);

        desk.Ec2.Quota = null;
        await desk.Done();
        Assert.Single(await desk.Waivers(), a => a.Waiver.IsInForce(desk.Account.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_EC2_refuses_leaves_no_waiver_behind()
    {
        var desk = await UndoDesk.AfterRevoke();
        desk.Ec2.AuthorizeRefusals.Enqueue(new AuthorizeAnswer.Refused("req-0", "UnauthorizedOperation: no", false));
        var failed = Assert.IsType<UndoResult.Failed>(await desk.Undo());
        Assert.Equal(("EC2 refused to put it back: UnauthorizedOperation: no", false), (Assert.Single(failed.Problems), failed.IsBegun));
        Assert.DoesNotContain(await desk.Waivers(), a => a.Waiver.IsInForce(desk.Account.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Nothing_is_opened_while_the_waiver_is_not_in_force()
    {
        var desk = await UndoDesk.AfterRevoke();
        for (var i = 0; i < 10; i++) desk.Agreements.Refusals.Enqueue(new WriteAnswer.Failed("ProvisionedThroughputExceeded: slow down"));
        Assert.Contains("nothing was opened", Assert.Single(Assert.IsType<UndoResult.Failed>(await desk.Undo()).Problems), StringComparison.Ordinal);
        Assert.Empty(desk.Ec2.Authorizations);
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_guessed()
    {
        var desk = await UndoDesk.AfterRevoke();
        desk.Ec2.StaleReads.Enqueue(new GroupReading.Failed("UnauthorizedOperation: no", false));
        Assert.Contains("could not be read", Assert.Single(Assert.IsType<UndoDecision.Unknown>(await desk.Look()).Problems), StringComparison.Ordinal);
    }
}
