using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Steps.Answering;
using Remediator.Threats;

namespace Remediator.Measures;

/// <summary>One interface of one finding: whether it is isolated, and the record before anything is done.</summary>
internal sealed class Isolating(Policy policy, Standstill standstill, Means means, Threat threat, ThreatResponse response)
{
    private const string Kind = "isolate";

    private readonly Cause _cause = Cause.Of(threat);
    private readonly OwnGroups _own = new(means, threat.Region);

    public async Task<MeasureReport> Run(InterfaceFacts shown, CancellationToken cancel)
    {
        var what = What(shown.Id);
        var (latest, id, problem) = await means.Measures.Latest(_cause, Kind, shown.Id, cancel).ConfigureAwait(false);
        if (problem is not null) return Failed(what, null, problem);
        switch (Prior.Of(latest, threat))
        {
            case Prior.LeftAlone left:
                return new(what, MeasureResult.Known, left.Measure, left.Why, means.Calls);
            case Prior.Begun { Measure: Isolation begun }:
                return await GoOn(begun, shown, what, cancel).ConfigureAwait(false);
            case Prior.Stands { Measure: Isolation standing } stands:
                return await Look(standing, stands.OfThisState, shown, what, cancel).ConfigureAwait(false) ?? await Begin(shown, id, what, cancel).ConfigureAwait(false);
            default:
                return await Begin(shown, id, what, cancel).ConfigureAwait(false);
        }
    }

    public static string What(string interfaceId) => $"isolate interface {SafeText.Ascii(interfaceId, 64)}";

    /// <summary>What stands counts as long as the interface is where it was put. Null: it has to be taken anew.</summary>
    private async Task<MeasureReport?> Look(Isolation standing, bool ofThisState, InterfaceFacts shown, string what, CancellationToken cancel)
    {
        var (known, detail) = (ofThisState ? MeasureResult.Taken : MeasureResult.Known, (string?)null);
        if (!IsIn(shown, standing.QuarantineId))
        {
            // It may have been read before another delivery moved it: a look that is as old as reads may lag decides.
            await Task.Delay(Timing.Settled, means.Clock, cancel).ConfigureAwait(false);
            var (again, unread) = await means.Interface(shown.Id, standing.Region, cancel).ConfigureAwait(false);
            if (unread is not null) return Failed(what, standing, $"it could not be read: {unread}");
            shown = again ?? shown;
        }

        if (!IsIn(shown, standing.QuarantineId))
        {
            var (ours, problem) = await _own.Existing(standing.VpcId, isTagged: false, cancel).ConfigureAwait(false);
            if (problem is not null) return Failed(what, standing, problem);
            // An earlier delivery died on the way through the group that lets everything in.
            if (IsolationMoves.IsOurs(shown, ours)) return await new IsolationTaking(means, _own, what).Run(standing, cancel).ConfigureAwait(false) is var repaired && repaired.Result == MeasureResult.Taken ? repaired with { Result = known } : repaired;
            detail = $"somebody gave it the groups {GroupSets.Text(shown.GroupIds)} since, and it was left so";
            if (!standing.Cause.IsOutgrownBy(_cause)) return new(what, MeasureResult.Known, standing, detail, means.Calls);
            var ended = standing with { State = MeasureState.Ended, Problem = detail, EndedAt = means.Now.Kept() };
            return await means.Measures.WriteSurely(ended.Next(), cancel).ConfigureAwait(false) is WriteAnswer.Written ? null : Failed(what, standing, "what somebody else changed could not be recorded");
        }

        return new(what, known, await Outgrown(standing, cancel).ConfigureAwait(false), detail, means.Calls);
    }

    private static bool IsIn(InterfaceFacts shown, string? group) => shown.GroupIds is [var only] && only == group;

    /// <summary>Whoever takes it back knows of the finding as it is by now. Where that cannot be recorded, the finding's next state does.</summary>
    private async Task<Measure> Outgrown(Isolation standing, CancellationToken cancel)
    {
        if (!standing.Cause.IsOutgrownBy(_cause)) return standing;
        var next = (standing with { Cause = _cause }).Next();
        return await means.Measures.WriteSurely(next, cancel).ConfigureAwait(false) is WriteAnswer.Written ? next : standing;
    }

    /// <summary>While nothing may be changed, what was not moved yet is left, and what is half moved is brought to its end. Why it was left
    /// is recorded: it does not fire by itself afterwards.</summary>
    private async Task<MeasureReport> GoOn(Isolation begun, InterfaceFacts shown, string what, CancellationToken cancel)
    {
        var (ours, unread) = await _own.Existing(begun.VpcId, isTagged: false, cancel).ConfigureAwait(false);
        if (unread is not null) return Failed(what, begun, unread);
        if (!IsolationMoves.IsOurs(shown, ours))
        {
            var (why, problem) = await standstill.Ask(cancel).ConfigureAwait(false);
            if (problem is not null) return Failed(what, begun, problem);
            if (why is not null) return await Leave(begun, why, what, cancel).ConfigureAwait(false);
        }

        return await new IsolationTaking(means, _own, what).Run(begun, cancel).ConfigureAwait(false);
    }

    private async Task<MeasureReport> Leave(Isolation begun, string why, string what, CancellationToken cancel)
    {
        if (begun.Problem == why) return new(what, MeasureResult.Observed, begun, why, means.Calls);
        var left = (begun with { Problem = why }).Next();
        return await means.Measures.WriteSurely(left, cancel).ConfigureAwait(false) is WriteAnswer.Written
            ? new(what, MeasureResult.Observed, left, why, means.Calls)
            : Failed(what, begun, $"that it was left could not be recorded: {why}");
    }

    private async Task<MeasureReport> Begin(InterfaceFacts shown, string id, string what, CancellationToken cancel)
    {
        if (shown.IsManaged) return Declined(what, "a service manages it, and refuses other groups");
        if (shown.GroupIds.IsEmpty) return Declined(what, "it has no groups that could be replaced");
        if (Elsewhere(shown) is { } elsewhere) return Declined(what, elsewhere);
        var (guarded, unread) = await Protection(shown, cancel).ConfigureAwait(false);
        if (unread is not null) return Failed(what, null, unread);
        if (guarded is not null) return Declined(what, guarded);
        var (ours, unknown) = await _own.Existing(shown.VpcId, isTagged: true, cancel).ConfigureAwait(false);
        if (unknown is not null) return Failed(what, null, unknown);
        if (IsolationMoves.IsOurs(shown, ours)) return new(what, MeasureResult.Known, null, "it is in quarantine already, by the answer to another finding", means.Calls);
        var (why, problem) = await standstill.Ask(cancel).ConfigureAwait(false);
        if (problem is not null) return Failed(what, null, problem);
        if (why is not null) return new(what, MeasureResult.Observed, null, why, means.Calls);
        return await Record(shown, id, what, cancel).ConfigureAwait(false);
    }

    private async Task<MeasureReport> Record(InterfaceFacts shown, string id, string what, CancellationToken cancel)
    {
        var (tooMany, uncounted) = await new MeasureCount(means.Books.Tallies, means.Now).Of(id, threat.Account, threat.Region, response.MostAnHour, cancel).ConfigureAwait(false);
        if (uncounted is not null) return Failed(what, null, uncounted);
        if (tooMany is not null) return Declined(what, tooMany);
        var prepared = await _own.Quarantine(shown.VpcId, cancel).ConfigureAwait(false);
        if (prepared is OwnGroupAnswer.Unusable unusable) return unusable.MayComeYet ? Failed(what, null, unusable.Why) : Declined(what, unusable.Why);
        var measure = new Isolation(id, _cause, threat.Account, threat.Region, shown.Id, shown.VpcId, shown.GroupIds, means.Now.Kept(), 1)
        {
            QuarantineId = ((OwnGroupAnswer.Ready)prepared).GroupId,
            CutsConnections = response.CutsConnections,
        };
        var answer = await means.Measures.WriteSurely(measure, cancel).ConfigureAwait(false);
        if (answer is WriteAnswer.Failed failed) return Failed(what, null, $"it could not be recorded, and nothing was done: {failed.Problem}");
        var reading = answer is WriteAnswer.Written ? new(measure, null) : await means.Measures.Find(id, cancel).ConfigureAwait(false);
        return reading.Value is Isolation there
            ? await new IsolationTaking(means, _own, what).Run(there, cancel).ConfigureAwait(false)
            : Failed(what, null, $"its record could not be read: {reading.Problem ?? "there is none"}");
    }

    /// <summary>An interface may move from one instance to another, a healthy one to take over, say.</summary>
    private string? Elsewhere(InterfaceFacts shown) =>
        threat.Interfaces.FirstOrDefault(i => i.Id == shown.Id)?.InstanceId is { } then && shown.InstanceId is { } now && then != now
            ? $"it is on `{SafeText.Ascii(now, 64)}` now, and the finding is about `{SafeText.Ascii(then, 64)}`"
            : null;

    /// <summary>A group that the policy protects keeps its interfaces.</summary>
    private async Task<(string? Why, string? Problem)> Protection(InterfaceFacts shown, CancellationToken cancel)
    {
        if (policy.Guardrails?.Protected is not { } selector) return (null, null);
        var reading = await means.Ask(token => means.Facts.DescribeAll(shown.GroupIds, threat.Account, threat.Region, token), cancel).ConfigureAwait(false);
        if (reading is not GroupsReading.Found found) return (null, $"whether one of its groups is protected could not be read: {(reading as GroupsReading.Failed)?.Problem ?? Reads.NoAnswer}");
        foreach (var id in shown.GroupIds)
        {
            var group = found.Groups.FirstOrDefault(g => g.Key.GroupId == id);
            var chosen = group is null ? Selection.Unknown : selector.Choose(group.Facts with { IsAttached = true });
            if (chosen == Selection.Yes) return ($"the policy protects its group `{SafeText.Ascii(id, 64)}`", null);
            if (chosen == Selection.Unknown) return ($"whether the policy protects its group `{SafeText.Ascii(id, 64)}` is not known", null);
        }

        return (null, null);
    }

    private MeasureReport Declined(string what, string why) => new(what, MeasureResult.Declined, null, why, means.Calls);

    private MeasureReport Failed(string what, Measure? measure, string why) =>
        new(what, MeasureResult.Failed, measure, why, means.Calls) { Problems = [$"{what}: {SafeText.Line(why, 600)}"] };
}
