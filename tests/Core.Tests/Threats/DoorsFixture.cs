using System.Globalization;
using System.Net;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>Findings, interfaces and groups in few words.</summary>
internal static class DoorsFixture
{
    public static Threat Finding(ImmutableArray<Contact> contacts) =>
        new("0ab1", new("UnauthorizedAccess:EC2/SSHBruteForce", "UnauthorizedAccess", "EC2", "SSHBruteForce"), 8, "111122223333", "eu-west-1", DateTimeOffset.UnixEpoch)
        {
            Direction = ThreatDirection.Inbound,
            Contacts = contacts,
        };

    public static Contact From(string remote, string? protocol = null, int? port = null) =>
        new(IPAddress.Parse(remote), protocol is null ? null : Protocol.TryParse(protocol, out var known) ? known : throw new ArgumentException(protocol, nameof(protocol)), port);

    public static InterfaceFacts Carrier(string id, params string[] groups) => new(id, "vpc-0a", "subnet-0a", [.. groups]);

    public static SecurityGroup Group(string id, params Permission[] permissions) => new(new("111122223333", "eu-west-1", id), null, null, [.. permissions]);

    /// <param name="peer">A block, <c>pl-…</c> or <c>sg-…</c>.</param>
    public static Permission Open(string protocol, int? from, int? to, string peer, Direction direction = Direction.Ingress) =>
        Permission.Create(direction, protocol, from, to, PeerOf(peer), out var problem) ?? throw new ArgumentException(problem, nameof(protocol));

    public static Permission Open(Direction direction, int protocol, int? from, int? to, Peer peer) =>
        Permission.Create(direction, protocol.ToString(CultureInfo.InvariantCulture), from, to, peer, out var problem) ?? throw new ArgumentException(problem, nameof(protocol));

    private static Peer PeerOf(string text)
    {
        if (text.StartsWith("pl-", StringComparison.Ordinal)) return new Peer.PrefixList(text);
        if (text.StartsWith("sg-", StringComparison.Ordinal)) return new Peer.Group(text, null, null);
        return Cidr.TryParse(text, out var block) ? new Peer.Block(block, text) : throw new ArgumentException(text, nameof(text));
    }
}
