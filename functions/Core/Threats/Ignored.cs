namespace Remediator.Threats;

/// <summary>A finding that never acts: a sample, an archived or suppressed one, one that GuardDuty did not send.</summary>
/// <param name="Why">In a few words for people, completing "ignored, because …".</param>
public sealed record Ignored(string Why) : ThreatReading;
