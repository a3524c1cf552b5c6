using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Steps.Guarding;

/// <summary>What the ledger says to a claim and about the group, in one round trip.</summary>
/// <param name="Claim">Whether the event is ours to handle.</param>
internal sealed record Guard(ClaimAnswer Claim)
{
    /// <summary>Those of the group that are in force.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Null: it is off.</summary>
    public KillSwitch? Switch { get; init; }

    /// <summary>The event is a call of our own.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Why nothing may be put back: an answer to a threat took something out of the group that is not back yet, or nobody knows.
    /// Null where nothing stands against it, and where nothing was to be put back.</summary>
    public string? WhyNotPutBack { get; init; }

    /// <summary>What limits hold back, each with the limit in words.</summary>
    public ImmutableDictionary<Permission, string> OverBudget { get; init; } = ImmutableDictionary<Permission, string>.Empty;

    public ImmutableDictionary<Permission, Fight> Fights { get; init; } = ImmutableDictionary<Permission, Fight>.Empty;

    /// <summary>Marks that no fight needs any more.</summary>
    public ImmutableHashSet<string> StaleMarks { get; init; } = [];

    /// <summary>Why the ledger could not be read, or the claim not be made; null when it could.</summary>
    public string? LedgerProblem { get; init; }

    /// <summary>While the ledger cannot be read: whether rules may act that ask for it.</summary>
    public bool MayActWithoutLedger { get; init; }

    /// <summary>The claim is recorded: what follows is written under it.</summary>
    public bool IsRecorded => Claim is ClaimAnswer.Granted;

    /// <summary>When what is held now is judged again.</summary>
    public DateTimeOffset Again(DateTimeOffset now) => OverBudget.IsEmpty && Fights.Values.Any(f => f.IsPipeline) ? now + Fight.Truce : Budget.NextHour(now);
}
