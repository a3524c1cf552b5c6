using System.Globalization;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Steps.Answering;
using Remediator.Threats;

namespace Remediator.Measures;

/// <summary>One remote address of one finding in one ACL: whether it is blocked, and the record before anything is done.</summary>
internal sealed class Blocking(Standstill standstill, Means means, Threat threat, ThreatResponse response)
{
    private const string Kind = "block";

    private readonly Cause _cause = Cause.Of(threat);

    public async Task<MeasureReport> Run(NetworkAcl acl, Cidr address, CancellationToken cancel)
    {
        var what = What(acl.Id, address);
        var (latest, id, problem) = await means.Measures.Latest(_cause, Kind, $"{acl.Id}/{address}", cancel).ConfigureAwait(false);
        if (problem is not null) return Failed(what, null, problem);
        switch (Prior.Of(latest, threat))
        {
            case Prior.LeftAlone left:
                return new(what, MeasureResult.Known, left.Measure, left.Why, means.Calls);
            case Prior.Begun { Measure: AclBlock begun }:
                return await GoOn(begun, acl, what, cancel).ConfigureAwait(false);
            case Prior.Stands { Measure: AclBlock standing } stands:
                return await Look(standing, stands.OfThisState, acl, what, cancel).ConfigureAwait(false) ?? await Begin(acl, address, id, what, cancel).ConfigureAwait(false);
            default:
                return await Begin(acl, address, id, what, cancel).ConfigureAwait(false);
        }
    }

    public static string What(string aclId, Cidr address) => $"block {Text(address)} in {SafeText.Ascii(aclId, 64)}";

    /// <summary>Without the length that says that it is one address.</summary>
    public static string Text(Cidr address) => address.ToString().Split('/')[0];

    /// <summary>What stands counts as long as its entry does. Null: it has to be taken anew.</summary>
    private async Task<MeasureReport?> Look(AclBlock standing, bool ofThisState, NetworkAcl acl, string what, CancellationToken cancel)
    {
        var hasGrown = standing.Cause.IsOutgrownBy(_cause);
        var (holds, unread) = await Holds(means, standing, acl, cancel).ConfigureAwait(false);
        if (unread is not null) return Failed(what, standing, $"the ACL could not be read: {unread}");
        if (holds)
        {
            // Whoever takes it back knows of the finding as it is by now.
            var grown = hasGrown ? (standing with { Cause = _cause }).Next() : standing;
            var isKept = !hasGrown || await means.Measures.WriteSurely(grown, cancel).ConfigureAwait(false) is WriteAnswer.Written;
            return new(what, ofThisState ? MeasureResult.Taken : MeasureResult.Known, isKept ? grown : standing, null, means.Calls);
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"somebody removed or changed its entry {standing.Number} since, and it was left so");
        if (!hasGrown) return new(what, MeasureResult.Known, standing, detail, means.Calls);
        var ended = standing with { State = MeasureState.Ended, Problem = detail, EndedAt = means.Now.Kept() };
        if (await means.Measures.WriteSurely(ended.Next(), cancel).ConfigureAwait(false) is not WriteAnswer.Written) return Failed(what, standing, "what somebody else changed could not be recorded");
        await new BlockLock(means, standing).Release(cancel).ConfigureAwait(false);
        return null;
    }

    /// <summary>The ACL may have been read before another delivery put it there: a look that is as old as reads may lag decides.</summary>
    internal static async Task<(bool Holds, string? Problem)> Holds(Means means, AclBlock standing, NetworkAcl acl, CancellationToken cancel)
    {
        if (standing.Number is not { } number) return (false, null);
        if (AclNumbers.Holds(acl, number, standing.Address)) return (true, null);
        await Task.Delay(Timing.Settled, means.Clock, cancel).ConfigureAwait(false);
        var (shown, unread) = await means.Acl(acl.Id, standing.Region, cancel).ConfigureAwait(false);
        return (shown is not null && AclNumbers.Holds(shown, number, standing.Address), unread);
    }

    private async Task<MeasureReport> GoOn(AclBlock begun, NetworkAcl acl, string what, CancellationToken cancel)
    {
        if (!(begun.Number is { } number && AclNumbers.Holds(acl, number, begun.Address)))
        {
            var (why, problem) = await standstill.Ask(cancel).ConfigureAwait(false);
            if (problem is not null) return Failed(what, begun, problem);
            if (why is not null) return new(what, MeasureResult.Observed, begun, why, means.Calls);
        }

        return await new BlockTaking(means, response, what).Run(begun, null, cancel).ConfigureAwait(false);
    }

    private async Task<MeasureReport> Begin(NetworkAcl acl, Cidr address, string id, string what, CancellationToken cancel)
    {
        var (number, whyNot, isThere) = AclNumbers.Choose(acl, address, response.Numbers, response.MostInAcl);
        if (number is null) return new(what, MeasureResult.Declined, null, whyNot, means.Calls);
        var (why, problem) = await standstill.Ask(cancel).ConfigureAwait(false);
        if (problem is not null) return Failed(what, null, problem);
        if (why is not null) return new(what, MeasureResult.Observed, null, why, means.Calls);
        var (tooMany, uncounted) = await new MeasureCount(means.Books.Tallies, means.Now).Of(id, threat.Account, threat.Region, response.MostAnHour, cancel).ConfigureAwait(false);
        if (uncounted is not null) return Failed(what, null, uncounted);
        if (tooMany is not null) return new(what, MeasureResult.Declined, null, tooMany, means.Calls);
        var now = means.Now.Kept();
        var measure = new AclBlock(id, _cause, threat.Account, threat.Region, acl.Id, address, now, now.AddHours(response.Hours), 1) { Number = isThere ? null : number };
        var answer = await means.Measures.WriteSurely(measure, cancel).ConfigureAwait(false);
        if (answer is WriteAnswer.Failed failed) return Failed(what, null, $"it could not be recorded, and nothing was done: {failed.Problem}");
        var reading = answer is WriteAnswer.Written ? new(measure, null) : await means.Measures.Find(id, cancel).ConfigureAwait(false);
        return reading.Value is AclBlock there
            ? await new BlockTaking(means, response, what).Run(there, there == measure ? acl : null, cancel).ConfigureAwait(false)
            : Failed(what, null, $"its record could not be read: {reading.Problem ?? "there is none"}");
    }

    private MeasureReport Failed(string what, Measure? measure, string why) =>
        new(what, MeasureResult.Failed, measure, why, means.Calls) { Problems = [$"{what}: {SafeText.Line(why, 600)}"] };
}
