using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What a read of one group came to.</summary>
public abstract record GroupReading
{
    public sealed record Found(SecurityGroup Group) : GroupReading;

    public sealed record NotFound : GroupReading;

    /// <summary>Could not be read: nobody knows what is in it.</summary>
    public sealed record Failed(string Problem, bool Retryable) : GroupReading;
}
