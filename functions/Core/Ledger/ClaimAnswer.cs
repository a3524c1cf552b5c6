namespace Remediator.Ledger;

/// <summary>What the ledger said to a claim.</summary>
public abstract record ClaimAnswer
{
    private ClaimAnswer()
    {
    }

    /// <summary>The claim is ours.</summary>
    /// <param name="Earlier">An earlier attempt that ended without finishing; null for a first claim.</param>
    public sealed record Granted(Attempt? Earlier) : ClaimAnswer;

    /// <summary>Another delivery of the event is being handled, and may be until then; past it, it has lapsed.</summary>
    public sealed record Busy(DateTimeOffset Until) : ClaimAnswer;

    /// <summary>The event was handled to its end: nothing is left to do.</summary>
    public sealed record Finished(Entry Entry) : ClaimAnswer;

    /// <summary>The ledger did not answer, or with what nobody can read: nobody knows whether the claim is ours.</summary>
    public sealed record Unavailable(string Problem) : ClaimAnswer;
}
