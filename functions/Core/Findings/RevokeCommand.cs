using System.Buffers;
using System.Globalization;
using Remediator.Groups;

namespace Remediator.Findings;

/// <summary>The AWS CLI line that removes one permission by content, for the person who has to finish what failed here.</summary>
/// <remarks>It is pasted into a shell: made only of what cannot mean anything there. Shorthand syntax as in
/// https://docs.aws.amazon.com/cli/latest/reference/ec2/revoke-security-group-ingress.html.</remarks>
internal static class RevokeCommand
{
    /// <summary>Real ids and regions are shorter: so the whole line fits into a recommendation uncut.</summary>
    private const int MostOfId = 40;

    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/");

    /// <summary>Null where an id holds anything that a shell could read otherwise.</summary>
    public static string? Of(GroupKey group, Permission permission) =>
        Head(group, permission.Direction) is { } head && Peer(permission.Peer) is { } peer
            ? $"{head} --ip-permissions 'IpProtocol={permission.Protocol}{Ports(permission)},{peer}'"
            : null;

    /// <summary>The same for one rule, whatever it holds.</summary>
    public static string? OfRule(GroupKey group, Direction direction, string ruleId) =>
        IsSafe(ruleId) && Head(group, direction) is { } head ? $"{head} --security-group-rule-ids {ruleId}" : null;

    private static string? Head(GroupKey group, Direction direction) => IsSafe(group.Region) && IsSafe(group.GroupId)
        ? $"aws ec2 revoke-security-group-{(direction == Direction.Ingress ? "ingress" : "egress")} --region {group.Region} --group-id {group.GroupId}"
        : null;

    private static string Ports(Permission permission) => permission is { FromPort: { } from, ToPort: { } to }
        ? string.Create(CultureInfo.InvariantCulture, $",FromPort={from},ToPort={to}")
        : "";

    private static string? Peer(Peer peer) => peer switch
    {
        Peer.Block { Cidr.Family: Network.AddressFamily.IPv4 } block => $"IpRanges=[{{CidrIp={Spelled(block)}}}]",
        Peer.Block block => $"Ipv6Ranges=[{{CidrIpv6={Spelled(block)}}}]",
        Peer.PrefixList list when IsSafe(list.Id) => $"PrefixListIds=[{{PrefixListId={list.Id}}}]",
        Peer.Group group => Pair(group),
        _ => null,
    };

    /// <summary>As EC2 holds it, since a revoke compares the spelling.</summary>
    private static string Spelled(Peer.Block block) => IsSafe(block.Spelling) ? block.Spelling : block.Cidr.ToString();

    private static string? Pair(Peer.Group group)
    {
        if (!IsSafe(group.GroupId) || !IsSafe(group.Account ?? "-") || !IsSafe(group.PeeringId ?? "-")) return null;
        var account = group.Account is null ? "" : $",UserId={group.Account}";
        var peering = group.PeeringId is null ? "" : $",VpcPeeringConnectionId={group.PeeringId}";
        return $"UserIdGroupPairs=[{{GroupId={group.GroupId}{account}{peering}}}]";
    }

    private static bool IsSafe(string text) => text.Length is > 0 and <= MostOfId && !text.AsSpan().ContainsAnyExcept(Safe) && SafeText.Line(text, MostOfId) == text;
}
