using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>One rule that a request names by its content: one protocol, one range of ports, one peer.</summary>
/// <param name="Content">The peer as a group's name where the request names no id.</param>
/// <param name="PeerOwner">The account of the referenced group; null where the request does not say.</param>
internal sealed record AskedRule(RuleContent Content, string? Description, string? PeerOwner, string? PeeringId)
{
    /// <summary>Every rule of `IpPermissions`, else that of the flat legacy parameters.</summary>
    public static ImmutableArray<AskedRule> Of(QueryNode query) => query["IpPermissions"].IsEmpty
        ? query["CidrIp"].Text is { } cidr ? [new(Traffic(query, RuleContent.Cidr(cidr)), null, null, null)] : []
        : [.. query["IpPermissions"].Items.SelectMany(Peers)];

    private static IEnumerable<AskedRule> Peers(QueryNode permission) =>
    [
        .. permission["IpRanges"].Items.Select(range => Of(permission, RuleContent.Cidr(range["CidrIp"].Text ?? ""), range)),
        .. permission["Ipv6Ranges"].Items.Select(range => Of(permission, RuleContent.Cidr(range["CidrIpv6"].Text ?? ""), range)),
        .. permission["PrefixListIds"].Items.Select(list => Of(permission, list["PrefixListId"].Text ?? "", list)),
        .. permission["Groups"].Items.Select(group => Of(permission, group["GroupId"].Text ?? group["GroupName"].Text ?? "", group)),
    ];

    private static AskedRule Of(QueryNode permission, string name, QueryNode peer) =>
        new(Traffic(permission, name), peer["Description"].Text, peer["UserId"].Text, peer["VpcPeeringConnectionId"].Text);

    private static RuleContent Traffic(QueryNode permission, string peer) =>
        RuleContent.Of(permission["IpProtocol"].Text ?? "", permission["FromPort"].Number, permission["ToPort"].Number, peer);
}
