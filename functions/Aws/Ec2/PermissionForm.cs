using Amazon.EC2.Model;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Aws.Ec2;

/// <summary>Permissions as the EC2 API writes them, both ways.</summary>
internal static class PermissionForm
{
    /// <summary>One entry for each permission, each with exactly one peer, no description, no ports where the protocol has none: so
    /// EC2 compares the content and nothing else.</summary>
    public static List<IpPermission> Write(ImmutableArray<Permission> permissions) => [.. permissions.Select(Write)];

    /// <summary>A row of DescribeSecurityGroupRules; null with a problem when it is not a permission that we know.</summary>
    public static Permission? Read(SecurityGroupRule rule, string account, out string? problem)
    {
        problem = rule.IsEgress is null ? "it does not say its direction" : null;
        if (rule.IsEgress is not { } egress || PeerOf(rule, account, ref problem) is not { } peer) return null;
        var permission = Permission.Create(egress ? Direction.Egress : Direction.Ingress, rule.IpProtocol ?? "", rule.FromPort, rule.ToPort, peer, out problem);
        return permission is null ? null : permission with
        {
            RuleId = rule.SecurityGroupRuleId,
            Description = rule.Description,
            Tags = [.. (rule.Tags ?? []).Select(t => KeyValuePair.Create(t.Key, t.Value))],
        };
    }

    /// <summary>A row of revokedSecurityGroupRuleSet, which tells of a group only its id.</summary>
    public static Permission? Read(Direction direction, RevokedSecurityGroupRule rule)
    {
        var peer = Block(rule.CidrIpv4 ?? rule.CidrIpv6) ?? ListOrGroup(rule.PrefixListId, rule.ReferencedGroupId);
        if (peer is null) return null;
        var permission = Permission.Create(direction, rule.IpProtocol ?? "", rule.FromPort, rule.ToPort, peer, out _);
        return permission is null ? null : permission with { RuleId = rule.SecurityGroupRuleId };
    }

    /// <summary>An entry of unknownIpPermissionSet: one permission for each of its peers.</summary>
    public static IEnumerable<Permission> Read(Direction direction, IpPermission entry)
    {
        var blocks = (entry.Ipv4Ranges ?? []).Select(r => Block(r.CidrIp)).Concat((entry.Ipv6Ranges ?? []).Select(r => Block(r.CidrIpv6)));
        var lists = (entry.PrefixListIds ?? []).Select(l => ListOrGroup(l.Id, null));
        var groups = (entry.UserIdGroupPairs ?? []).Select(g => ListOrGroup(null, g.GroupId));
        return blocks.Concat(lists).Concat(groups).OfType<Peer>()
            .Select(peer => Permission.Create(direction, entry.IpProtocol ?? "", entry.FromPort, entry.ToPort, peer, out _))
            .OfType<Permission>();
    }

    private static IpPermission Write(Permission permission)
    {
        var form = new IpPermission { IpProtocol = permission.Protocol, FromPort = permission.FromPort, ToPort = permission.ToPort };
        switch (permission.Peer)
        {
            case Peer.Block { Cidr.Family: AddressFamily.IPv4 } block:
                form.Ipv4Ranges = [new() { CidrIp = block.Spelling }];
                break;
            case Peer.Block block:
                form.Ipv6Ranges = [new() { CidrIpv6 = block.Spelling }];
                break;
            case Peer.PrefixList list:
                form.PrefixListIds = [new() { Id = list.Id }];
                break;
            case Peer.Group group:
                form.UserIdGroupPairs = [new() { GroupId = group.GroupId, UserId = group.Account, VpcPeeringConnectionId = group.PeeringId }];
                break;
        }

        return form;
    }

    /// <summary>The group that belongs to the own account is written without it, as a reference within an account is.</summary>
    private static Peer? PeerOf(SecurityGroupRule rule, string account, ref string? problem)
    {
        if (rule.ReferencedGroupInfo is { GroupId: { } id } group)
            return new Peer.Group(id, group.UserId == account ? null : group.UserId, group.VpcPeeringConnectionId);
        var block = rule.CidrIpv4 ?? rule.CidrIpv6;
        var peer = Block(block) ?? ListOrGroup(rule.PrefixListId, null);
        if (peer is null) problem = $"its peer {(block is null ? "is none that we know" : $"is {UserText.Quote(block)}")}: expected an IPv4 or IPv6 block, a prefix list or a group";
        return peer;
    }

    private static Peer? Block(string? text) => Cidr.TryParse(text, out var cidr) ? new Peer.Block(cidr, text!) : null;

    private static Peer? ListOrGroup(string? list, string? group)
    {
        if (list is not null) return new Peer.PrefixList(list);
        return group is null ? null : new Peer.Group(group, null, null);
    }
}
