using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What a read of one prefix list came to.</summary>
public abstract record PrefixListReading
{
    public sealed record Found(PrefixList List) : PrefixListReading;

    /// <summary>No such list here.</summary>
    public sealed record NotFound : PrefixListReading;

    /// <summary>Could not be read: a list of another account that is not shared any more, say.</summary>
    public sealed record Failed(string Problem, bool Retryable) : PrefixListReading;
}
