namespace Remediator.Threats;

/// <summary>What is done about a finding that no entry of the policy answers: close what the policy forbids of the doors that it came
/// through, or only tell. Decided by role, direction and pattern, never by a list of types: TYPES.md shows what that comes to.</summary>
public static class DefaultAnswers
{
    private const string Acts = "the resource itself acts: closing what lets traffic in stops nothing of it";
    private const string WentOut = "the traffic goes out: closing what lets traffic in stops nothing of it";
    private const string CameIn = "somebody reached the resource through an open permission";
    private const string Guessing = "somebody guesses passwords through an open permission";
    private const string Probing = "somebody looks for open ports, and found one";
    private const string NoTraffic = "the finding does not say that anything came in";

    /// <returns>Whether doors are closed as far as the policy forbids them, and why or why not, for people.</returns>
    public static (bool Closes, string Why) Of(Threat threat)
    {
        if (threat.Role == ThreatRole.Actor) return (false, Acts);
        if (threat.Direction == ThreatDirection.Outbound) return (false, WentOut);
        if (threat.IsPortProbe || threat.Type.Family.StartsWith("PortProbe", StringComparison.Ordinal)) return (true, Probing);
        if (threat.Type.Family.EndsWith("BruteForce", StringComparison.Ordinal)) return (true, Guessing);
        return threat.Direction == ThreatDirection.Inbound ? (true, CameIn) : (false, NoTraffic);
    }
}
