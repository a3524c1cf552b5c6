using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Cli.Reactions;

/// <summary>One finding under one policy: which entries of <c>threats</c> answer it, and without one which default.</summary>
/// <remarks>Without the doors: what interfaces and groups are like at that moment, no file tells.</remarks>
internal sealed record Reaction(Policy Policy, ThreatReading Reading)
{
    public Threat? Threat => Reading as Threat;

    /// <summary>Why nothing is done; null where the finding is answered.</summary>
    public string? IgnoredBecause => (Reading as Ignored)?.Why;

    /// <summary>Why the finding could not be read; empty where it could.</summary>
    public IEnumerable<string> Problems => Reading is Unreadable unreadable ? unreadable.Problems : [];

    /// <summary>Each of them is given, in the file's order.</summary>
    public IEnumerable<ThreatResponse> Asked => Threat is { } threat ? Policy.Threats.Where(t => t.Answers(threat.Type.Text, threat.Severity)) : [];

    /// <summary>For this type, and for more severe findings alone.</summary>
    public IEnumerable<ThreatResponse> TooSevere =>
        Threat is { } threat ? Policy.Threats.Where(t => t.MinimumSeverity > threat.Severity && t.Types.Any(p => p.Matches(threat.Type.Text))) : [];

    /// <summary>Null where an entry answers.</summary>
    public (bool Closes, string Why)? Default => Threat is { } threat && !Asked.Any() ? DefaultAnswers.Of(threat) : null;

    /// <summary>Why the response is not given to this finding though it is asked for; null where nothing in the finding speaks against it.</summary>
    public string? WhyNot(ThreatResponse response) => (Threat, response.Answer) switch
    {
        ({ Role: not ThreatRole.Target }, ThreatAnswer.Suspend) => "the finding does not say that the resource was attacked",
        ({ IsPortProbe: true }, ThreatAnswer.Suspend) => "it is a port probe, whose addresses rotate and may be forged",
        _ => null,
    };
}
