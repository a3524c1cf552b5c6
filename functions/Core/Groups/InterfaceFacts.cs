using System.Net;

namespace Remediator.Groups;

/// <summary>A network interface as one read showed it.</summary>
/// <param name="Id"><c>eni-…</c>.</param>
/// <param name="GroupIds"><c>sg-…</c>; EC2 promises no order.</param>
public sealed record InterfaceFacts(string Id, string VpcId, string SubnetId, ImmutableArray<string> GroupIds)
{
    /// <summary>Null when it is attached to no instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>All of them: private, public and IPv6.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary>A service manages it, and refuses a change of its groups.</summary>
    public bool IsManaged { get; init; }

    /// <summary>EC2's type, such as <c>interface</c> or <c>network_load_balancer</c>.</summary>
    public string Kind { get; init; } = "interface";

    /// <summary>Hostile until escaped; empty where it has none.</summary>
    public string Description { get; init; } = "";
}
