namespace Remediator.Threats;

/// <summary>What one GuardDuty event was read as: a <see cref="Threat"/>, or <see cref="Ignored"/> with the reason, or
/// <see cref="Unreadable"/> with every problem.</summary>
public abstract record ThreatReading;
