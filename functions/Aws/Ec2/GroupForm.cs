using Amazon.EC2.Model;
using Remediator.Groups;
using SecurityGroup = Remediator.Groups.SecurityGroup;

namespace Remediator.Aws.Ec2;

/// <summary>A row of DescribeSecurityGroups → a group with everything that the row says of it.</summary>
internal static class GroupForm
{
    /// <summary>Null with a problem when anything in it is not a permission that we know: what cannot be read is never left out.</summary>
    /// <param name="account">The account that was asked, which owns the group where the row does not say.</param>
    public static SecurityGroup? Read(Amazon.EC2.Model.SecurityGroup group, string account, string region, out string? problem)
    {
        var owner = string.IsNullOrEmpty(group.OwnerId) ? account : group.OwnerId;
        problem = string.IsNullOrEmpty(group.GroupId) ? "a group was answered without its id" : null;
        var permissions = ImmutableArray.CreateBuilder<Permission>();
        AddAll(permissions, Direction.Ingress, group.IpPermissions, owner, ref problem);
        AddAll(permissions, Direction.Egress, group.IpPermissionsEgress, owner, ref problem);
        if (problem is not null)
        {
            problem = $"group `{group.GroupId}` could not be read: {problem}";
            return null;
        }

        return new(new(owner, region, group.GroupId), group.GroupName, group.VpcId, permissions.ToImmutable())
        {
            Description = group.Description,
            Tags = TagForm.Read(group.Tags),
        };
    }

    /// <summary>EC2 shows all peers of equal protocol and ports in one entry; each becomes a permission of its own.</summary>
    private static void AddAll(ImmutableArray<Permission>.Builder permissions, Direction direction, List<IpPermission>? entries, string owner, ref string? problem)
    {
        foreach (var entry in entries ?? [])
        {
            var peers = PeerForm.All(entry, owner).ToArray();
            if (peers.Length == 0) problem ??= "of a permission " + PeerForm.Problem(null);
            foreach (var (peer, text, description) in peers)
            {
                string? why = null;
                var permission = peer is null ? null : Permission.Create(direction, entry.IpProtocol ?? "", entry.FromPort, entry.ToPort, peer, out why);
                if (permission is null) problem ??= "of a permission " + (why ?? PeerForm.Problem(text));
                else permissions.Add(permission with { Description = description });
            }
        }
    }
}
