using Remediator.Network;

namespace Remediator.Groups;

/// <summary>Writes traffic as the fewest permissions that EC2 can hold: exactly this traffic, no more and no less; or null where even
/// these would be more than <see cref="Most"/>.</summary>
/// <remarks>EC2 ties no protocol to an address family (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html),
/// so neither is it done here: whoever makes up services of their own asks <see cref="Carried"/> first.</remarks>
internal static class PermissionForms
{
    /// <summary>More permissions than any group holds, both families together; what would need more is not written at all.</summary>
    public const int Most = 2_000;

    /// <summary>The peer needs no addresses, so any one stands for it while the services are written.</summary>
    private static readonly AddressSet OneAddress = AddressSet.From(Cidr.Around(AddressFamily.IPv4, 0, 32));

    /// <summary>Every one of the services with the peer, ascending.</summary>
    public static ImmutableArray<Permission>? Write(Direction direction, ServiceSet services, Peer peer) =>
        FewestRectangles.Of(TrafficSet.Of(services, OneAddress), Most) is { } found ? [.. found.Select(r => r.Services.Open(direction, peer))] : null;

    /// <summary>The traffic as permissions whose peers are blocks: by block, IPv4 first, then by service.</summary>
    public static ImmutableArray<Permission>? Write(Direction direction, TrafficSet traffic) =>
        FewestRectangles.Of(traffic, Most) is { } found ? [.. found.Select(r => r.Services.Open(direction, new Peer.Block(r.Block, r.Block.ToString())))] : null;

    /// <summary>The services without the ICMP of the other family: no IPv4 packet carries ICMPv6, and no IPv6 packet ICMP (RFC 792,
    /// RFC 4443), so that opening it would be for nothing.</summary>
    public static ServiceSet Carried(ServiceSet services, AddressFamily family) =>
        services.Minus(ServiceSet.Whole(family == AddressFamily.IPv4 ? Protocol.IcmpV6 : Protocol.Icmp));
}
