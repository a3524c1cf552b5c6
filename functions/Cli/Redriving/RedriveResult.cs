namespace Remediator.Cli.Redriving;

/// <param name="Letters">In the order in which they were handled.</param>
/// <param name="Stopped">Why it ended before the queue did; null when it did not.</param>
internal sealed record RedriveResult(ImmutableArray<HandledLetter> Letters, string? Stopped)
{
    public int Count(LetterFate fate) => Letters.Count(l => l.Fate == fate);

    /// <summary>Handed to the function, whatever became of the message.</summary>
    public int Sent => Count(LetterFate.Sent) + Count(LetterFate.SentNotDeleted);
}
