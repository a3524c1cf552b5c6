using Remediator.Changes;
using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>Everything that people are told about one change to one group.</summary>
/// <param name="Partition"><c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</param>
/// <param name="Handled">The verdicts that are not compliant, with what became of each; never <see cref="Outcome.Gone"/>.</param>
/// <param name="Exposure">What carries the group; null when it was not or could not be read.</param>
/// <param name="SeenAt">When the change was judged.</param>
/// <param name="ClosedAt">When the revoke was verified; null when nothing was closed.</param>
/// <param name="BlameActor">False when the permission in place is not the one that this actor opened (a late event).</param>
/// <param name="Policy">The policy's file name and digest, as <c>name@digest</c>.</param>
public sealed record Report(
    Change Change,
    GroupKey Group,
    string Partition,
    ImmutableArray<Handled> Handled,
    Exposure? Exposure,
    DateTimeOffset SeenAt,
    DateTimeOffset? ClosedAt,
    bool BlameActor,
    string Policy)
{
    /// <summary>What was put back so often that it has just become a fight: said once, and loudly.</summary>
    public ImmutableArray<Permission> Fights { get; init; } = [];

    /// <summary>When what is held back is judged again; null when nothing is held in the ledger.</summary>
    public DateTimeOffset? JudgedAgainAt { get; init; }

    /// <summary>The attack that led here, for <see cref="ChangeKind.Attacked"/>; null for any other change.</summary>
    public Threat? Threat { get; init; }

    /// <summary>Who opened what stands here, by permission, as far as the record says; a permission that is not in it was opened unseen.</summary>
    public ImmutableDictionary<Permission, Opening> Openings { get; init; } = ImmutableDictionary<Permission, Opening>.Empty;

    /// <summary>For <see cref="ChangeKind.Attacked"/>: when permissions that the policy allows, and that the attack came through, are put
    /// back; null where none is suspended, nor would be.</summary>
    public DateTimeOffset? SuspendedUntil { get; init; }

    /// <summary>For <see cref="ChangeKind.Attacked"/>: what else people have to know, each in a few words; hostile until escaped.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>The key of the ledger's entry, which is the notice's id as well.</summary>
    public string Key => Change.KeyIn(Group);

    /// <summary>What of <see cref="Handled"/> is not there though it should be.</summary>
    internal ImmutableArray<Absence> Lacks => [.. Handled.Where(Absence.IsOne).Select(Absence.Of)];
}
