using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>Why no group was handled, completing "nothing was closed: …".</summary>
internal static class WhyNothing
{
    /// <param name="isAllKnown">Of every permission it is known whether it lets the attack in.</param>
    public static string Of(Threat threat, Scene scene, Stance stance, bool isAllKnown)
    {
        if (threat.Interfaces.IsEmpty && threat.InstanceIds.IsEmpty) return "the finding names no network interface and no instance";
        if (scene.Problems.Length > 0 && scene.Interfaces.IsEmpty) return "what was attacked could not be read";
        if (scene.Interfaces.IsEmpty) return "what was attacked is not there any more";
        if (threat.Direction == ThreatDirection.Outbound) return "the traffic went out, which no permission for what comes in has to do with";
        if (threat.Contacts.IsEmpty) return stance.Closes ? "the finding names no remote address" : $"the finding names no remote address, and {stance.Why}";
        return isAllKnown ? "no permission of the groups that it carries now lets it in" : "no permission is known to let it in, and not every one that may could be read";
    }
}
