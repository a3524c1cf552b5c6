using Remediator.Changes;

namespace Remediator.Findings;

/// <summary>Whether the actor of the event may be named as the one who opened what was found.</summary>
internal static class Blame
{
    /// <summary>Not when the event came late or opened nothing itself, and not when the whole group had to be read: then what was found may be older.</summary>
    public static bool IsCertain(Report report) => report.BlameActor && report.Change is { WholeGroupBecause: null, Kind: ChangeKind.Opened };
}
