using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>The answer to GuardDuty findings of some types. Every entry that matches counts: their answers are all given.</summary>
/// <param name="Types">Against the whole type, such as <c>UnauthorizedAccess:EC2/SSHBruteForce</c>.</param>
/// <param name="MinimumSeverity">GuardDuty's own number, 1.0 to 10.0; 0: any.</param>
public sealed record ThreatResponse(ImmutableArray<Pattern> Types, double MinimumSeverity, ThreatAnswer Answer, Place Place)
{
    /// <summary>How long a suspension or a block lasts; 1 to 720.</summary>
    public int Hours { get; init; } = 24;

    /// <summary>For isolation: through a group that tracks nothing first, so that established connections are cut.</summary>
    public bool CutsConnections { get; init; }

    /// <summary>For blocks: the lowest and the highest number of our own band of ACL entries, both included.</summary>
    public (int From, int To) Numbers { get; init; } = (1, 99);

    /// <summary>For blocks: how many entries of ours an ACL holds at most; 1 to 40.</summary>
    public int MostInAcl { get; init; } = 8;

    /// <summary>How many such measures are taken in an hour at most, in the whole account and region; more are only told.</summary>
    public int MostAnHour { get; init; } = 10;

    public bool Answers(string type, double severity) => severity >= MinimumSeverity && Types.Any(t => t.Matches(type));
}
