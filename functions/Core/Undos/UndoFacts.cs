using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Undos;

/// <summary>What is known when an undo is planned.</summary>
/// <param name="Group">As a read shows it; null when EC2 does not find it.</param>
/// <param name="Agreements">All of the group.</param>
/// <param name="Switch">Null when nobody ever turned it.</param>
internal sealed record UndoFacts(UndoRequest Request, Attempt Attempt, SecurityGroup? Group, ImmutableArray<Agreement> Agreements, KillSwitch? Switch, DateTimeOffset Now)
{
    /// <summary>The waivers of an earlier run of this undo: while there is one, what stands of the wanted was put back by that run. One
    /// whose end was dealt with says nothing any more.</summary>
    public ImmutableArray<Agreement> OfEarlierRun { get; } = [.. Agreements.Where(a => a.Waiver.Undoes == Attempt.Claim.Key && a.EndedAt is null)];

    public bool IsContinued => !OfEarlierRun.IsEmpty;
}
