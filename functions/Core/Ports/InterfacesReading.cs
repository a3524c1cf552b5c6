using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What a read of network interfaces came to.</summary>
public abstract record InterfacesReading
{
    private InterfacesReading()
    {
    }

    /// <summary>All pages; perhaps none.</summary>
    public sealed record Found(ImmutableArray<InterfaceFacts> Interfaces) : InterfacesReading;

    public sealed record Failed(string Problem, bool Retryable) : InterfacesReading;
}
