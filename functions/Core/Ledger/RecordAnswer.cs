namespace Remediator.Ledger;

/// <summary>What the ledger said to a write under a claim.</summary>
public abstract record RecordAnswer
{
    private RecordAnswer()
    {
    }

    public static readonly RecordAnswer Ok = new Recorded();

    public sealed record Recorded : RecordAnswer;

    /// <summary>The claim is somebody else's now, or finished: nothing was written, and whoever asked stops.</summary>
    public sealed record Lost : RecordAnswer;

    /// <summary>Nobody knows whether it was written.</summary>
    public sealed record Failed(string Problem) : RecordAnswer;
}
