using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>Brings a recorded isolation from <see cref="MeasureState.Taking"/> into force, wherever an earlier delivery left it, and
/// whatever another one does to it at the same time.</summary>
/// <remarks>INVARIANT: what is recorded as the interface's groups is never a group of our own, and stood when it was last looked at
/// before the interface was moved. Whoever moved it and finds that it is not to be isolated any more moves it back.</remarks>
/// <param name="what">In the report.</param>
internal sealed class IsolationTaking(Means means, OwnGroups own, string what)
{
    private const int MostRounds = 12;

    private readonly IsolationMoves _moves = new(means, own);

    /// <param name="measure">As it is recorded now.</param>
    public async Task<MeasureReport> Run(Isolation measure, CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (measure.State is not (MeasureState.Taking or MeasureState.Standing)) return await Overtaken(measure, cancel).ConfigureAwait(false);
            var (shown, unread) = await means.Interface(measure.InterfaceId, measure.Region, cancel).ConfigureAwait(false);
            if (unread is not null) return Failed(measure, $"it could not be read: {unread}");
            var (next, ended) = shown is null ? await Refuse(measure, "the interface is gone", cancel).ConfigureAwait(false)
                : measure.QuarantineId is { } id && shown.GroupIds is [var only] && only == id ? await Stand(measure, cancel).ConfigureAwait(false)
                : await Move(measure, shown, cancel).ConfigureAwait(false);
            if (ended is not null) return ended;
            measure = next;
        }

        return Failed(measure, "it does not come to rest: somebody else changes it again and again");
    }

    /// <summary>One step nearer: the next look shows how far it came.</summary>
    private async Task<(Isolation Next, MeasureReport? Ended)> Move(Isolation measure, InterfaceFacts shown, CancellationToken cancel)
    {
        if (means.IsOver) return (measure, Failed(measure, "there was no time left for it"));
        var quarantine = await own.Quarantine(measure.VpcId, cancel).ConfigureAwait(false);
        if (quarantine is OwnGroupAnswer.Unusable unusable) return await GiveUp(measure, unusable.Why, isForGood: !unusable.MayComeYet, cancel).ConfigureAwait(false);
        var (ours, problem) = await own.Existing(measure.VpcId, isTagged: false, cancel).ConfigureAwait(false);
        if (problem is not null) return (measure, Failed(measure, problem));
        var isUnderWay = IsolationMoves.IsOurs(shown, ours);
        if (measure.State == MeasureState.Standing && !isUnderWay) return await Left(measure, ours, cancel).ConfigureAwait(false);
        var (groups, unread) = isUnderWay ? (measure.Groups, null) : await Newest(measure, shown, ours, cancel).ConfigureAwait(false);
        if (unread is not null) return (measure, Failed(measure, $"it could not be read: {unread}"));
        if (groups.IsEmpty) return (measure, null);
        var quarantineId = ((OwnGroupAnswer.Ready)quarantine).GroupId;
        if (!GroupSets.AreSame(groups, measure.Groups) || measure.QuarantineId != quarantineId)
            return await Write(measure with { Groups = groups, QuarantineId = quarantineId }, cancel).ConfigureAwait(false);
        if (measure.CutsConnections && !isUnderWay) await _moves.Untrack(measure, cancel).ConfigureAwait(false);
        return await _moves.Quarantine(measure, cancel).ConfigureAwait(false) switch
        {
            InterfaceAnswer.Taken or InterfaceAnswer.NotFound or InterfaceAnswer.Refused { PerhapsTaken: true } => (measure, null),
            InterfaceAnswer.Managed managed => await GiveUp(measure, $"a service manages it, and EC2 refuses: {managed.Problem}", true, cancel).ConfigureAwait(false),
            var other => await GiveUp(measure, other.Said(), false, cancel).ConfigureAwait(false),
        };
    }

    /// <summary>What differs from the record is believed once it is as old as reads may lag: then somebody changed it since. Nothing:
    /// it is under way, or gone, by now.</summary>
    private async Task<(ImmutableArray<string> Groups, string? Problem)> Newest(Isolation measure, InterfaceFacts shown, ImmutableArray<string> ours, CancellationToken cancel)
    {
        if (GroupSets.AreSame(shown.GroupIds, measure.Groups)) return (measure.Groups, null);
        await Task.Delay(Timing.Settled, means.Clock, cancel).ConfigureAwait(false);
        var (again, unread) = await means.Interface(measure.InterfaceId, measure.Region, cancel).ConfigureAwait(false);
        return unread is not null || again is null || IsolationMoves.IsOurs(again, ours) ? ([], unread) : (again.GroupIds, null);
    }

    /// <summary>What stands and is not there any more is taken back by now, or was moved by hand; nothing is moved for it.</summary>
    private async Task<(Isolation Next, MeasureReport? Ended)> Left(Isolation measure, ImmutableArray<string> ours, CancellationToken cancel)
    {
        await Task.Delay(Timing.Settled, means.Clock, cancel).ConfigureAwait(false);
        var reading = await means.Measures.Find(measure.Id, cancel).ConfigureAwait(false);
        if (reading.Value is Isolation there && there.Version != measure.Version) return (there, null);
        var (again, unread) = await means.Interface(measure.InterfaceId, measure.Region, cancel).ConfigureAwait(false);
        if (unread is null && again is not null && IsolationMoves.IsOurs(again, ours)) return (measure, null);
        return (measure, new(what, MeasureResult.Known, measure, "somebody gave it other groups since, and it was left so", means.Calls));
    }

    private async Task<(Isolation Next, MeasureReport? Ended)> Stand(Isolation measure, CancellationToken cancel)
    {
        await _moves.CloseUntracked(measure, cancel).ConfigureAwait(false);
        if (measure.State == MeasureState.Taking)
        {
            var (next, ended) = await Write(measure with { State = MeasureState.Standing, Problem = null }, cancel).ConfigureAwait(false);
            if (ended is not null || next.State != MeasureState.Standing) return (next, ended);
            measure = next;
        }
        else if (_moves.IsMade)
        {
            // Somebody may have taken it back before this moved it.
            var reading = await means.Measures.Find(measure.Id, cancel).ConfigureAwait(false);
            if (reading.Value is not Isolation there) return (measure, Failed(measure, $"its record could not be read: {reading.Problem ?? "there is none"}"));
            if (there.Version != measure.Version) return (there, null);
        }

        return (measure, new(what, MeasureResult.Taken, measure, _moves.Remark, means.Calls));
    }

    /// <summary>What was written, or what somebody else wrote meanwhile; or that nobody knows.</summary>
    private async Task<(Isolation Next, MeasureReport? Ended)> Write(Isolation measure, CancellationToken cancel)
    {
        var next = (Isolation)measure.Next();
        var answer = await means.Measures.WriteSurely(next, cancel).ConfigureAwait(false);
        if (answer is WriteAnswer.Written) return (next, null);
        if (answer is WriteAnswer.Failed failed) return (measure, Failed(measure, $"it could not be recorded: {failed.Problem}"));
        var reading = await means.Measures.Find(measure.Id, cancel).ConfigureAwait(false);
        return reading.Value is Isolation there ? (there, null) : (measure, Failed(measure, $"its record could not be read: {reading.Problem ?? "there is none"}"));
    }

    /// <summary>It is over, by another delivery's or a person's hand, and this one may have moved the interface after that had looked.</summary>
    private async Task<MeasureReport> Overtaken(Isolation measure, CancellationToken cancel)
    {
        if (_moves.IsMade && await _moves.Back(measure, fromQuarantine: true, cancel).ConfigureAwait(false) is { } problem) return Failed(measure, $"it was taken back meanwhile, and the interface may be without its groups: {problem}");
        return measure.State == MeasureState.Refused
            ? new(what, MeasureResult.Declined, measure, measure.Problem, means.Calls)
            : new(what, MeasureResult.Known, measure, "it was taken back meanwhile", means.Calls);
    }

    /// <summary>An interface that cannot be isolated is not left open to everything.</summary>
    private async Task<(Isolation Next, MeasureReport? Ended)> GiveUp(Isolation measure, string why, bool isForGood, CancellationToken cancel)
    {
        var left = await _moves.Back(measure, fromQuarantine: false, cancel).ConfigureAwait(false);
        await _moves.CloseUntracked(measure, cancel).ConfigureAwait(false);
        if (left is not null) return (measure, Failed(measure, $"{why}; and it may be without its groups: {left}"));
        return isForGood ? await Refuse(measure, why, cancel).ConfigureAwait(false) : (measure, Failed(measure, why));
    }

    private async Task<(Isolation Next, MeasureReport? Ended)> Refuse(Isolation measure, string why, CancellationToken cancel)
    {
        var (next, ended) = await Write(measure with { State = MeasureState.Refused, Problem = why, EndedAt = means.Now.Kept() }, cancel).ConfigureAwait(false);
        // Another delivery was faster, and may have come to something else.
        return (next, ended ?? (next.State == MeasureState.Refused ? new(what, MeasureResult.Declined, next, why, means.Calls) : null));
    }

    private MeasureReport Failed(Isolation measure, string why) =>
        new(what, MeasureResult.Failed, measure, _moves.Remark is { } remark ? $"{why}; {remark}" : why, means.Calls) { Problems = [$"{what}: {SafeText.Line(why, 600)}"] };
}
