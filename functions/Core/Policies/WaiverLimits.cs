namespace Remediator.Policies;

/// <summary>What a waiver may be at most. Null: not limited.</summary>
/// <param name="MaxHours">Whole hours from its grant to its end.</param>
/// <param name="EmergencyHours">The same for an emergency change, which asks for a review.</param>
/// <param name="ApproverDiffersFromActor">Whoever grants it is not whoever made the change.</param>
/// <param name="WidestIPv4">The shortest prefix of an IPv4 block, 0 to 32.</param>
/// <param name="WidestIPv6">The shortest prefix of an IPv6 block, 0 to 128.</param>
public sealed record WaiverLimits(int? MaxHours, int? EmergencyHours, bool ApproverDiffersFromActor, int? WidestIPv4, int? WidestIPv6)
{
    public static readonly WaiverLimits None = new(null, null, false, null, null);
}
