namespace Remediator.Cli.Redriving;

/// <summary>The event in a dead letter.</summary>
/// <param name="EventId">CloudTrail's, or else EventBridge's. Hostile until escaped.</param>
/// <param name="Bytes">Exactly as they were in the message: what the function reads is what it read before.</param>
/// <param name="Why">Why it died, in the words of whoever gave it up; null where nothing says. Hostile until escaped.</param>
internal sealed record LetterEvent(string EventId, ReadOnlyMemory<byte> Bytes, LetterForm Form, string? Why);
