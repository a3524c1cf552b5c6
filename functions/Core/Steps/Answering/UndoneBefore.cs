using Remediator.Containment;
using Remediator.Steps.Guarding;
using Remediator.Threats;
using Remediator.Waivers;

namespace Remediator.Steps.Answering;

/// <summary>The answer to a threat outranks every waiver but one: that of whoever undid an answer to the same finding. That one holds as
/// long as the finding has not grown since, in severity or in ports.</summary>
internal sealed class UndoneBefore(World world, Threat threat)
{
    /// <summary>The guard with no other waiver in it. What cannot be read is not acted against.</summary>
    public async Task<Guard> Only(Guard guard, CancellationToken cancel)
    {
        var holding = ImmutableArray.CreateBuilder<Waiver>();
        foreach (var waiver in guard.Waivers.Where(w => w.Undoes is not null))
        {
            var undone = await world.Ledger.Earlier(waiver.Undoes!, cancel).ConfigureAwait(false);
            if (undone.Problem is { } problem) guard = guard with { LedgerProblem = guard.LedgerProblem ?? problem, MayActWithoutLedger = false };
            if (undone.Value?.Claim.Threat is { } answered && answered.Id == threat.Id && !Cause.Of(answered).IsOutgrownBy(Cause.Of(threat))) holding.Add(waiver);
        }

        return guard with { Waivers = holding.ToImmutable() };
    }
}
