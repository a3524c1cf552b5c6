namespace Remediator.Aws.Ledger.Json;

/// <summary>The first thing that was wrong with a document. After it, what is read has no meaning and is given to nobody.</summary>
/// <param name="kind">What the document should hold, for people.</param>
internal sealed class FirstProblem(string kind)
{
    public string? Text { get; private set; }

    public void Note(string where, string seen, string expected) => Text ??= $"the recorded {kind} cannot be read: `{where}` is {seen}, expected {expected}";
}
