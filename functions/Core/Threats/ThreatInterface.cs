using System.Net;

namespace Remediator.Threats;

/// <summary>A network interface as the finding shows it: minutes old, so that groups and addresses are read again before anything is
/// done. Every member may be missing.</summary>
/// <param name="Id"><c>eni-…</c>.</param>
public sealed record ThreatInterface(string? Id, string? InstanceId, string? VpcId, string? SubnetId)
{
    /// <summary>Private, public and IPv6 ones.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary><c>sg-…</c>.</summary>
    public ImmutableArray<string> GroupIds { get; init; } = [];
}
