using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What a read of several groups came to.</summary>
public abstract record GroupsReading
{
    /// <summary>Those that were found, in no order; perhaps none.</summary>
    public sealed record Found(ImmutableArray<SecurityGroup> Groups) : GroupsReading;

    public sealed record Failed(string Problem, bool Retryable) : GroupsReading;
}
