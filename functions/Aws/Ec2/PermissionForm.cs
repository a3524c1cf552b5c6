using Amazon.EC2.Model;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Aws.Ec2;

/// <summary>Permissions as the EC2 API writes them, both ways.</summary>
internal static class PermissionForm
{
    /// <summary>One entry for each permission, each with exactly one peer, no description, no ports where the protocol has none: so
    /// EC2 compares the content and nothing else.</summary>
    public static List<IpPermission> Write(ImmutableArray<Permission> permissions) => [.. permissions.Select(p => Write(p, null))];

    /// <summary>As <c>Write</c>, with the descriptions of those that have one, for permissions that are to be created.</summary>
    public static List<IpPermission> WriteDescribed(ImmutableArray<Permission> permissions) => [.. permissions.Select(p => Write(p, Told(p.Description)))];

    /// <summary>The whole content of one rule, its description included: what is left out, EC2 takes away.</summary>
    public static SecurityGroupRuleRequest Rewrite(Permission permission)
    {
        var block = permission.Peer as Peer.Block;
        return new()
        {
            IpProtocol = permission.Protocol,
            FromPort = permission.FromPort,
            ToPort = permission.ToPort,
            CidrIpv4 = block?.Cidr.Family == AddressFamily.IPv4 ? block.Spelling : null,
            CidrIpv6 = block?.Cidr.Family == AddressFamily.IPv6 ? block.Spelling : null,
            PrefixListId = (permission.Peer as Peer.PrefixList)?.Id,
            ReferencedGroupId = (permission.Peer as Peer.Group)?.GroupId,
            Description = Told(permission.Description),
        };
    }

    /// <summary>A row of DescribeSecurityGroupRules or securityGroupRuleSet; null with a problem when it is not a permission that we know.</summary>
    public static Permission? Read(SecurityGroupRule rule, string account, out string? problem)
    {
        problem = "it does not say its direction";
        if (rule.IsEgress is not { } egress) return null;
        problem = PeerForm.Problem(rule.CidrIpv4 ?? rule.CidrIpv6);
        if (PeerForm.Of(rule, account) is not { } peer) return null;
        var permission = Permission.Create(egress ? Direction.Egress : Direction.Ingress, rule.IpProtocol ?? "", rule.FromPort, rule.ToPort, peer, out problem);
        return permission is null ? null : permission with { RuleId = rule.SecurityGroupRuleId, Description = rule.Description, Tags = TagForm.Read(rule.Tags) };
    }

    /// <summary>A row of revokedSecurityGroupRuleSet, which tells of a group only its id.</summary>
    public static Permission? Read(Direction direction, RevokedSecurityGroupRule rule)
    {
        var peer = PeerForm.Block(rule.CidrIpv4 ?? rule.CidrIpv6) ?? PeerForm.List(rule.PrefixListId) ?? PeerForm.Group(rule.ReferencedGroupId);
        if (peer is null) return null;
        var permission = Permission.Create(direction, rule.IpProtocol ?? "", rule.FromPort, rule.ToPort, peer, out _);
        return permission is null ? null : permission with { RuleId = rule.SecurityGroupRuleId };
    }

    /// <summary>An entry of unknownIpPermissionSet: one permission for each of its peers, those left out that are none.</summary>
    public static IEnumerable<Permission> Read(Direction direction, IpPermission entry) => PeerForm.All(entry, "")
        .Select(one => one.Peer is null ? null : Permission.Create(direction, entry.IpProtocol ?? "", entry.FromPort, entry.ToPort, one.Peer, out _))
        .OfType<Permission>();

    private static IpPermission Write(Permission permission, string? description)
    {
        var form = new IpPermission { IpProtocol = permission.Protocol, FromPort = permission.FromPort, ToPort = permission.ToPort };
        switch (permission.Peer)
        {
            case Peer.Block { Cidr.Family: AddressFamily.IPv4 } block:
                form.Ipv4Ranges = [new() { CidrIp = block.Spelling, Description = description }];
                break;
            case Peer.Block block:
                form.Ipv6Ranges = [new() { CidrIpv6 = block.Spelling, Description = description }];
                break;
            case Peer.PrefixList list:
                form.PrefixListIds = [new() { Id = list.Id, Description = description }];
                break;
            case Peer.Group group:
                form.UserIdGroupPairs = [new() { GroupId = group.GroupId, UserId = group.Account, VpcPeeringConnectionId = group.PeeringId, Description = description }];
                break;
        }

        return form;
    }

    private static string? Told(string? description) => string.IsNullOrEmpty(description) ? null : description;
}
