using Remediator.Network;

namespace Remediator.Threats;

/// <summary>What is known of the packets of one contact.</summary>
/// <param name="Remote">Where they came from: one address.</param>
/// <param name="Services">Every service that they may have been for.</param>
internal sealed record DoorPacket(Contact Contact, Cidr Remote, ServiceSet Services)
{
    public static DoorPacket Of(Contact contact)
    {
        var remote = Cidr.Of(contact.Remote);
        return new(contact, remote, ServicesOf(contact.Protocol, contact.LocalPort, remote.Family));
    }

    /// <summary>A port is one of tcp or udp, and says nothing of any other protocol. No finding tells the type of an ICMP packet; over
    /// IPv6 ICMP is ICMPv6 (RFC 4443), whatever it is called.</summary>
    private static ServiceSet ServicesOf(Protocol? protocol, int? port, AddressFamily family) => (protocol, port) switch
    {
        (null, null) => ServiceSet.All,
        (null, { } known) => Port(Protocol.Tcp, known).Union(Port(Protocol.Udp, known)),
        ({ HasPorts: true } named, { } known) => Port(named, known),
        ({ } named, _) when named == Protocol.Icmp && family == AddressFamily.IPv6 => ServiceSet.Whole(Protocol.IcmpV6),
        ({ } named, _) => ServiceSet.Whole(named),
    };

    private static ServiceSet Port(Protocol protocol, int port) => ServiceSet.Ports(protocol, checked((ushort)port), checked((ushort)port));
}
