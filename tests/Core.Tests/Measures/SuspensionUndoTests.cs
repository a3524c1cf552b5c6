using Remediator.Containment;
using Remediator.Groups;
using Remediator.Undos;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Measures;

/// <summary>A person undoes an entry whose permissions were suspended.</summary>
public sealed class SuspensionUndoTests
{
    private static readonly Permission Https = Ingress(443, "203.0.113.0/24") with { Description = "the shop" };

    private readonly MeasureDesk _desk = MeasureDesk.Begin();

    private Undoer Undoer => new(new(_desk.Network, _desk.Network, _desk.Kept.Books, _desk.Clock));

    [Fact]
    public async Task Undoing_the_entry_ends_the_suspension_and_the_schedule_tells_it_and_opens_nothing_after()
    {
        var suspension = await _desk.Suspend("sg-web", Https);
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        var request = new UndoRequest(suspension.Id, MeasureDesk.Bob, Pipelines.Events.Account, TimeSpan.FromHours(8), null);

        var plan = Assert.IsType<UndoDecision.Planned>(await Undoer.Look(request, TestContext.Current.CancellationToken)).Plan;
        Assert.Contains(plan.Remarks, r => r.Contains("it was suspended until", StringComparison.Ordinal));
        Assert.IsType<UndoResult.Done>(await Undoer.CarryOut(plan, TestContext.Current.CancellationToken));

        Assert.Contains(Https, _desk.Network.Groups["sg-web"].Permissions);
        var kept = Assert.Single(_desk.Kept.All);
        Assert.Equal((MeasureState.Ended, MeasureDesk.Bob), (kept.State, kept.EndedBy));
        _desk.Network.Groups["sg-web"] = _desk.Network.Groups["sg-web"] with { Permissions = [] };
        _desk.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.Empty(_desk.Network.Groups["sg-web"].Permissions);
        Assert.Equal("undone", Assert.Single(_desk.Topic.Notices).Attributes["outcome"]);
    }

    [Fact]
    public async Task An_undo_that_died_before_the_suspension_was_ended_ends_it_all_the_same()
    {
        var suspension = await _desk.Suspend("sg-web", Https);
        await _desk.Kept.Ledger.Undone(suspension.Id, new(MeasureDesk.Bob, _desk.Clock.GetUtcNow(), null), TestContext.Current.CancellationToken);
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.DoesNotContain(Https, _desk.Network.Groups["sg-web"].Permissions);
        Assert.Equal((MeasureState.Ended, MeasureDesk.Bob), (_desk.Kept.All[0].State, _desk.Kept.All[0].EndedBy));
    }

    [Fact]
    public async Task What_was_put_back_by_hand_meanwhile_ends_without_a_call()
    {
        await _desk.Suspend("sg-web", Https);
        _desk.Network.AddGroup("sg-web", Https);
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Empty((await _desk.RunStep()).Calls);
        Assert.Equal(MeasureState.Ended, _desk.Kept.All[0].State);
    }
}
