using Remediator.Ports;

namespace Remediator.Cli.Redriving;

/// <param name="Event">Null: there is none in it.</param>
/// <param name="Problem">Why it was left, or is still there; free of control characters.</param>
internal sealed record HandledLetter(DeadLetter Letter, LetterEvent? Event, LetterFate Fate, string? Problem);
