namespace Remediator.Threats;

/// <summary>No finding that could be read: thrown by the shell, so that it comes again and reaches a dead-letter queue at last.</summary>
/// <param name="Problems">Every problem, each with the place, what was read and what was expected.</param>
public sealed record Unreadable(ImmutableArray<string> Problems) : ThreatReading;
