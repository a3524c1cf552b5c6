using Amazon.EC2.Model;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Aws.Ec2;

/// <summary>The one peer of a permission as EC2 shows it. Null where EC2 shows nothing that we know.</summary>
internal static class PeerForm
{
    private const string Expected = "expected an IPv4 or IPv6 block, a prefix list or a group";

    public static Peer? Block(string? text) => Cidr.TryParse(text, out var cidr) ? new Peer.Block(cidr, text!) : null;

    public static Peer? List(string? id) => string.IsNullOrEmpty(id) ? null : new Peer.PrefixList(id);

    public static Peer? Group(string? id) => string.IsNullOrEmpty(id) ? null : new Peer.Group(id, null, null);

    /// <summary>The group that belongs to the own account is written without it, as a reference within an account is.</summary>
    /// <param name="owner">The account of the group that holds the permission.</param>
    public static Peer? Group(string? id, string? account, string? peeringId, string owner) =>
        string.IsNullOrEmpty(id) ? null : new Peer.Group(id, account == owner ? null : account, peeringId);

    public static Peer? Of(SecurityGroupRule rule, string account) =>
        rule.ReferencedGroupInfo is { GroupId: not null } group
            ? Group(group.GroupId, group.UserId, group.VpcPeeringConnectionId, account)
            : Block(rule.CidrIpv4 ?? rule.CidrIpv6) ?? List(rule.PrefixListId);

    /// <summary>Every peer of an entry, in EC2's order of kinds, each with its description; those that we do not know among them.</summary>
    /// <returns>Text is what EC2 shows of a block, for the message when it is none.</returns>
    public static IEnumerable<(Peer? Peer, string? Text, string? Description)> All(IpPermission entry, string owner) =>
        (entry.Ipv4Ranges ?? []).Select(r => (Block(r.CidrIp), (string?)r.CidrIp, (string?)r.Description))
        .Concat((entry.Ipv6Ranges ?? []).Select(r => (Block(r.CidrIpv6), (string?)r.CidrIpv6, (string?)r.Description)))
        .Concat((entry.PrefixListIds ?? []).Select(l => (List(l.Id), (string?)null, (string?)l.Description)))
        .Concat((entry.UserIdGroupPairs ?? []).Select(g => (Group(g.GroupId, g.UserId, g.VpcPeeringConnectionId, owner), (string?)null, (string?)g.Description)));

    public static string Problem(string? text) => $"its peer {(text is null ? "is none that we know" : $"is {UserText.Quote(text)}")}: {Expected}";
}
