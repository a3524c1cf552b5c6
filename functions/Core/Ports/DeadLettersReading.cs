namespace Remediator.Ports;

/// <summary>What one look into a dead-letter queue came to.</summary>
/// <param name="Letters">Empty: none came while the call waited, which does not say that there is none.</param>
/// <param name="Problem">Null when the call succeeded; else code and message, already shortened and without control characters.</param>
/// <param name="Retryable">Throttled, timed out or a server's fault: the same call may succeed later.</param>
public sealed record DeadLettersReading(ImmutableArray<DeadLetter> Letters, string? Problem = null, bool Retryable = false);
