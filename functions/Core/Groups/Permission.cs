using Remediator.Network;

namespace Remediator.Groups;

/// <summary>One opening in a group: direction, protocol, ports and exactly one peer.</summary>
/// <remarks>Built through <see cref="Create"/>, so that no half-valid permission exists. Protocol is spelled as EC2 spells it:
/// <c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>icmpv6</c>, <c>-1</c> for every protocol, or a number in decimal. FromPort and ToPort are
/// as they were read, so that a revoke can spell them so (ICMP: type and code, -1 for all); with <c>-1</c> they are null, since EC2
/// ignores them there. What the permission is does not depend on their spelling: see <see cref="Content"/>.
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html</remarks>
public sealed record Permission
{
    private Permission(Direction direction, string protocol, int? fromPort, int? toPort, Peer peer, ServiceSet services)
    {
        Direction = direction;
        Protocol = protocol;
        FromPort = fromPort;
        ToPort = toPort;
        Peer = peer;
        Services = services;
    }

    public Direction Direction { get; init; }

    public string Protocol { get; }

    public int? FromPort { get; }

    public int? ToPort { get; }

    public Peer Peer { get; }

    /// <summary>Every protocol and port (or ICMP type and code) that the permission opens.</summary>
    public ServiceSet Services { get; }

    /// <summary>EC2's id of the rule (<c>sgr-…</c>), when known. Not part of what the permission is.</summary>
    public string? RuleId { get; init; }

    /// <summary>Written by whoever opened it: hostile until escaped. Not part of what the permission is.</summary>
    public string? Description { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>What identifies a permission within a group, as EC2 compares it: <c>ingress tcp/22 203.0.113.0/24</c>. It names
    /// what is opened, not how that was spelled, so that an event and a later read of the same rule agree: protocol 6 and tcp; icmp
    /// with -1 and without ports; protocol 50 whatever its ports say; a block with and without host bits.</summary>
    public string Content => $"{(Direction == Direction.Ingress ? "ingress" : "egress")} {Services} {Peer.Key}";

    public bool Equals(Permission? other) =>
        other is not null && Direction == other.Direction && Services.Equals(other.Services) && Peer == other.Peer;

    public override int GetHashCode() => HashCode.Combine(Direction, Services, Peer);

    public override string ToString() => Content;

    /// <summary>A permission, or the reason why these values are none.</summary>
    public static Permission? Create(Direction direction, string protocol, int? fromPort, int? toPort, Peer peer, out string? problem)
    {
        var services = PermissionServices.Read(protocol, fromPort, toPort, out var spelled, out problem);
        if (services is null) return null;
        return spelled is "-1"
            ? new Permission(direction, spelled, null, null, peer, services)
            : new Permission(direction, spelled, fromPort, toPort, peer, services);
    }
}
