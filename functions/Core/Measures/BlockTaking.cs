using System.Globalization;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Ports;

namespace Remediator.Measures;

/// <summary>Brings a recorded block from <see cref="MeasureState.Taking"/> into force, wherever an earlier delivery left it, and whatever
/// another one does to it at the same time.</summary>
/// <remarks>INVARIANT: an entry is created only under the number that is recorded; another number is recorded only once a read shows
/// somebody else's entry under that one; and an entry that no record of ours names is somebody else's. Whoever created an entry and finds
/// that the record has moved on removes it again.</remarks>
/// <param name="what">In the report.</param>
internal sealed class BlockTaking(Means means, ThreatResponse response, string what)
{
    private const int MostRounds = 150;

    private readonly HashSet<int> _created = [];
    private bool _isHeld;

    /// <param name="measure">As it is recorded now.</param>
    /// <param name="shown">The ACL as it was read a moment ago; null: it is read first.</param>
    public async Task<MeasureReport> Run(AclBlock measure, NetworkAcl? shown, CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (measure.State != MeasureState.Taking) return await Overtaken(measure, cancel).ConfigureAwait(false);
            if (means.IsOver) return Failed(measure, "there was no time left for it");
            if (shown is null)
            {
                (shown, var unread) = await means.Acl(measure.AclId, measure.Region, cancel).ConfigureAwait(false);
                if (unread is not null) return Failed(measure, $"the ACL could not be read: {unread}");
            }

            var (next, ended) = shown is null
                ? await Refuse(measure, "the ACL is gone", cancel).ConfigureAwait(false)
                : await Step(measure, shown, round, cancel).ConfigureAwait(false);
            if (ended is not null) return ended;
            (measure, shown) = (next, measure.Number == next.Number ? null : shown);
        }

        return Failed(measure, "others take the numbers of our band again and again");
    }

    /// <summary>Where another finding's measure has the address already, that one lasts as long as this one would have.</summary>
    private async Task<(AclBlock Next, MeasureReport? Ended)> Hold(AclBlock measure, NetworkAcl shown, CancellationToken cancel)
    {
        var (holder, problem) = await new BlockLock(means, measure).Take(cancel).ConfigureAwait(false);
        if (problem is not null) return (measure, Failed(measure, $"whether it is blocked already could not be read: {problem}"));
        _isHeld = holder is null;
        if (holder is null) return (measure, null);
        if (holder.State == MeasureState.Ending) return (measure, Failed(measure, $"measure `{holder.Id}`, taken for another finding, blocks it, and is just being taken back"));
        if (holder.State == MeasureState.Standing)
        {
            var (holds, unread) = await Blocking.Holds(means, holder, shown, cancel).ConfigureAwait(false);
            if (unread is not null) return (measure, Failed(measure, $"the ACL could not be read: {unread}"));
            if (!holds) return await Refuse(measure, $"measure `{holder.Id}`, taken for another finding, blocked it, and somebody removed or changed its entry since", cancel).ConfigureAwait(false);
        }

        var longer = holder.Until < measure.Until ? (holder with { Until = measure.Until }).Next() : holder;
        var kept = longer == holder ? WriteAnswer.Ok : await means.Measures.WriteSurely(longer, cancel).ConfigureAwait(false);
        if (kept is WriteAnswer.Failed failed) return (measure, Failed(measure, $"measure `{holder.Id}` blocks it already, and could not be made to last as long: {failed.Problem}"));
        // Somebody else wrote it at the same time: it is looked at again.
        if (kept is WriteAnswer.Conflict) return (measure, null);
        var why = $"measure `{holder.Id}`, taken for another finding, blocks it already";
        var (next, ended) = await Refuse(measure, why, cancel).ConfigureAwait(false);
        return (next, ended is { Result: MeasureResult.Declined } ? new(what, MeasureResult.Known, longer, why, means.Calls) : ended);
    }

    /// <summary>One step nearer. The same number again: a look has to show what came of it.</summary>
    private async Task<(AclBlock Next, MeasureReport? Ended)> Step(AclBlock measure, NetworkAcl shown, int round, CancellationToken cancel)
    {
        if (!_isHeld && await Hold(measure, shown, cancel).ConfigureAwait(false) is var held && !_isHeld) return held;
        if (measure.Number is not { } number || !IsUsable(measure, shown, number)) return await ChooseAnother(measure, shown, round, cancel).ConfigureAwait(false);
        if (AclNumbers.Holds(shown, number, measure.Address)) return await Stand(measure, cancel).ConfigureAwait(false);
        var answer = await means.Add(measure.AclId, AclNumbers.Entry(number, measure.Address), measure.Region, cancel).ConfigureAwait(false);
        if (answer is AclAnswer.Taken or AclAnswer.Refused { PerhapsTaken: true }) _created.Add(number);
        switch (answer)
        {
            case AclAnswer.Taken:
                return await Stand(measure, cancel).ConfigureAwait(false);
            case AclAnswer.NumberTaken or AclAnswer.Refused { PerhapsTaken: true }:
                // Reads lag: whose entry it is shows in a moment.
                return (measure, await means.MayTryAgain(Math.Min(round, 1), cancel).ConfigureAwait(false) ? null : Failed(measure, "there was no time left for it"));
            case AclAnswer.Full full when !await Stands(measure, number, cancel).ConfigureAwait(false):
                return await Refuse(measure, $"EC2 takes no more entries in this ACL ({SafeText.Line(full.Problem, 300)})", cancel).ConfigureAwait(false);
            case AclAnswer.Full:
                return await Stand(measure, cancel).ConfigureAwait(false);
            case AclAnswer.NotFound:
                return await Refuse(measure, "the ACL is gone", cancel).ConfigureAwait(false);
            default:
                return (measure, Failed(measure, answer.Said()));
        }
    }

    /// <summary>Ours already, or free and low enough.</summary>
    private static bool IsUsable(AclBlock measure, NetworkAcl shown, int number) =>
        AclNumbers.At(shown, number) is { } there ? there == AclNumbers.Entry(number, measure.Address) : AclNumbers.Decides(shown, number, measure.Address);

    private async Task<bool> Stands(AclBlock measure, int number, CancellationToken cancel) =>
        await means.Acl(measure.AclId, measure.Region, cancel).ConfigureAwait(false) is { Shown: { } shown } && AclNumbers.Holds(shown, number, measure.Address);

    private async Task<(AclBlock Next, MeasureReport? Ended)> ChooseAnother(AclBlock measure, NetworkAcl shown, int round, CancellationToken cancel)
    {
        var (number, whyNot, isThere) = AclNumbers.Choose(shown, measure.Address, response.Numbers, response.MostInAcl);
        // What stood there before any number was recorded is not ours; but another measure of ours may just have ended, and reads lag.
        if (isThere && measure.Number is null)
            return round == 0 && await means.MayTryAgain(1, cancel).ConfigureAwait(false) ? (measure, null) : await Refuse(measure, whyNot!, cancel).ConfigureAwait(false);
        return number is null
            ? await Refuse(measure, whyNot!, cancel).ConfigureAwait(false)
            : await Write(measure with { Number = number }, cancel).ConfigureAwait(false);
    }

    private async Task<(AclBlock Next, MeasureReport? Ended)> Stand(AclBlock measure, CancellationToken cancel)
    {
        var (next, ended) = await Write(measure with { State = MeasureState.Standing, Problem = null }, cancel).ConfigureAwait(false);
        if (ended is not null || next.State == MeasureState.Taking) return (next, ended);
        return (next, await Overtaken(next, cancel).ConfigureAwait(false));
    }

    /// <summary>It stands, by this run's hand or another's; or it is over. What this run created under another number goes.</summary>
    private async Task<MeasureReport> Overtaken(AclBlock measure, CancellationToken cancel)
    {
        var stands = measure.State == MeasureState.Standing;
        foreach (var number in _created.Where(n => !stands || n != measure.Number))
        {
            if (!await Stands(measure, number, cancel).ConfigureAwait(false)) continue;
            var answer = await means.Remove(measure.AclId, number, measure.Region, cancel).ConfigureAwait(false);
            if (answer is not (AclAnswer.Taken or AclAnswer.NotFound)) return Failed(measure, string.Create(CultureInfo.InvariantCulture, $"entry {number} is one too many, and could not be removed: {answer.Said()}"));
        }

        return measure.State switch
        {
            MeasureState.Standing => new(what, MeasureResult.Taken, measure, null, means.Calls),
            MeasureState.Refused => new(what, MeasureResult.Declined, measure, measure.Problem, means.Calls),
            _ => new(what, MeasureResult.Known, measure, "it was taken back meanwhile", means.Calls),
        };
    }

    /// <summary>What was written, or what somebody else wrote meanwhile; or that nobody knows.</summary>
    private async Task<(AclBlock Next, MeasureReport? Ended)> Write(AclBlock measure, CancellationToken cancel)
    {
        var next = (AclBlock)measure.Next();
        var answer = await means.Measures.WriteSurely(next, cancel).ConfigureAwait(false);
        if (answer is WriteAnswer.Written) return (next, null);
        if (answer is WriteAnswer.Failed failed) return (measure, Failed(measure, $"it could not be recorded: {failed.Problem}"));
        var reading = await means.Measures.Find(measure.Id, cancel).ConfigureAwait(false);
        return reading.Value is AclBlock there ? (there, null) : (measure, Failed(measure, $"its record could not be read: {reading.Problem ?? "there is none"}"));
    }

    private async Task<(AclBlock Next, MeasureReport? Ended)> Refuse(AclBlock measure, string why, CancellationToken cancel)
    {
        var (next, ended) = await Write(measure with { State = MeasureState.Refused, Problem = why, EndedAt = means.Now.Kept() }, cancel).ConfigureAwait(false);
        // Another delivery was faster, and may have come to something else.
        if (ended is not null || next.State != MeasureState.Refused) return (next, ended);
        if (_isHeld) await new BlockLock(means, next).Release(cancel).ConfigureAwait(false);
        return (next, await Overtaken(next, cancel).ConfigureAwait(false));
    }

    private MeasureReport Failed(AclBlock measure, string why) =>
        new(what, MeasureResult.Failed, measure, why, means.Calls) { Problems = [$"{what}: {SafeText.Line(why, 600)}"] };
}
