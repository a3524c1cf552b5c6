namespace Remediator.Schedule;

/// <summary>What closing a lease's hole came to.</summary>
public abstract record LeaseEnding
{
    private LeaseEnding()
    {
    }

    /// <summary>Closed by us, and verified.</summary>
    public sealed record Closed : LeaseEnding;

    /// <summary>Nothing of it was there any more.</summary>
    public sealed record Gone : LeaseEnding;

    /// <summary>What stands there is not what the lease opened: not touched.</summary>
    public sealed record Changed(string What) : LeaseEnding;

    /// <summary>It is still open, or nobody knows.</summary>
    public sealed record Failed(string Problem) : LeaseEnding;
}
