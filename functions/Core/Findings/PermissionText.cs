using System.Globalization;
using Remediator.Groups;

namespace Remediator.Findings;

/// <summary>A permission as a person says it: <c>tcp/22 from 0.0.0.0/0</c>. Ids in it come from outside and are made safe here.</summary>
public static class PermissionText
{
    private const int MostOfPeer = 64;

    /// <param name="own">The group that has the permission, to name a reference to itself.</param>
    public static string Of(Permission permission, GroupKey own) =>
        $"{Service(permission)} {(permission.Direction == Direction.Ingress ? "from" : "to")} {Peer(permission.Peer, own)}";

    public static string Service(Permission permission) => permission.Protocol switch
    {
        "-1" => "all traffic",
        "tcp" or "udp" => Ports(permission),
        "icmp" or "icmpv6" => Icmp(permission),
        var number => $"protocol {number}",
    };

    public static string Peer(Peer peer, GroupKey own) => peer switch
    {
        Peer.Block block => block.Text,
        Peer.PrefixList list => $"prefix list {SafeText.Ascii(list.Id, MostOfPeer)}",
        Peer.Group group when group.GroupId == own.GroupId => "the group itself",
        _ => $"group {SafeText.Ascii(peer.Text, MostOfPeer)}",
    };

    private static string Ports(Permission permission) => (permission.FromPort, permission.ToPort) switch
    {
        (null or -1, null or -1) or (0, 65535) => $"all {permission.Protocol}",
        var (from, to) when from == to => string.Create(CultureInfo.InvariantCulture, $"{permission.Protocol}/{from}"),
        var (from, to) => string.Create(CultureInfo.InvariantCulture, $"{permission.Protocol}/{from}-{to}"),
    };

    private static string Icmp(Permission permission) => (permission.FromPort, permission.ToPort) switch
    {
        (null or -1, _) => $"all {permission.Protocol}",
        (var type, null or -1) => string.Create(CultureInfo.InvariantCulture, $"{permission.Protocol} type {type}"),
        var (type, code) => string.Create(CultureInfo.InvariantCulture, $"{permission.Protocol} type {type} code {code}"),
    };
}
