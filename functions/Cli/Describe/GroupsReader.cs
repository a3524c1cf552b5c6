using Remediator.Cli.Inputs;
using Remediator.Diagnostics;
using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>Answers of DescribeSecurityGroups → groups with their permissions.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html, as the AWS CLI prints it. A bare list of
/// groups is read too, and groups one after the other.</remarks>
internal static class GroupsReader
{
    public const string Expected = "what `aws ec2 describe-security-groups --output json` prints";

    /// <summary>What stands for an account or a region that the answer does not name.</summary>
    public const string Unknown = "unknown";

    public static ImmutableArray<SecurityGroup> Read(string file, List<JsonPlace> documents, string? region, List<Problem> problems)
    {
        var complaints = new Complaints(file, Expected, problems);
        var (groups, seen) = (ImmutableArray.CreateBuilder<SecurityGroup>(), new HashSet<GroupKey>());
        foreach (var place in documents.SelectMany(document => Groups(document, complaints)))
        {
            if (Group(place, region, complaints) is not { } group) continue;
            if (!seen.Add(group.Key)) complaints.Warn(place, $"group {UserText.Quote(group.Key.GroupId)} is there twice, and both are judged", "save each group once");
            groups.Add(group);
        }

        return groups.ToImmutable();
    }

    private static IEnumerable<JsonPlace> Groups(JsonPlace document, Complaints complaints)
    {
        if (document.IsList) return document.Entries();
        if (document.Field("SecurityGroups") is { } groups)
        {
            _ = complaints.IsWhole(document);
            if (groups.IsList) return groups.Entries();
            complaints.Not(groups, "a list of groups");
            return [];
        }

        if (document.Field("GroupId") is not null) return [document];
        if (document.IsObject) complaints.Lacks(document, "SecurityGroups", "a list of groups");
        else complaints.Not(document, "an object with `SecurityGroups`");
        return [];
    }

    /// <summary>Null when it cannot be named.</summary>
    private static SecurityGroup? Group(JsonPlace place, string? region, Complaints complaints)
    {
        if (!place.IsObject)
        {
            complaints.Not(place, "a group");
            return null;
        }

        if (place.Field("GroupId") is not { } id || !Ids.Is(id.Text(), "sg-"))
        {
            if (place.Field("GroupId") is { } wrong) complaints.Not(wrong, "a group's id such as `sg-0123456789abcdef0`");
            else complaints.Lacks(place, "GroupId", "a group's id such as `sg-0123456789abcdef0`");
            return null;
        }

        var key = Key(place, id.Text()!, region);
        return new(key, place.Field("GroupName")?.Text(), place.Field("VpcId")?.Text(), Permissions(place, key.Account, complaints))
        {
            Description = place.Field("Description")?.Text(),
            Tags = TagsReader.Read(place, complaints),
        };
    }

    /// <summary>The ARN is <c>arn:aws:ec2:REGION:ACCOUNT:security-group/ID</c>.</summary>
    private static GroupKey Key(JsonPlace place, string id, string? region)
    {
        var arn = place.Field("SecurityGroupArn")?.Text()?.Split(':') is ["arn", _, "ec2", { Length: > 0 } named, { Length: > 0 } owner, _] ? (named, owner) : (null, null);
        return new(place.Field("OwnerId")?.TextOrNumber() ?? arn.owner ?? Unknown, arn.named ?? region ?? Unknown, id);
    }

    private static ImmutableArray<Permission> Permissions(JsonPlace group, string account, Complaints complaints)
    {
        const string needed = "the list of its permissions";
        if (group.Field("IpPermissions") is null) complaints.Lacks(group, "IpPermissions", needed);
        // Groups outside a VPC have no permissions for egress.
        if (group.Field("IpPermissionsEgress") is null)
            complaints.Warn(group, "`IpPermissionsEgress` is missing, so what goes out is not judged", $"the file should be {Expected}");
        var permissions = ImmutableArray.CreateBuilder<Permission>();
        foreach (var place in complaints.List(group, "IpPermissions", needed))
            PermissionReader.Read(place, Direction.Ingress, account, permissions, complaints);
        foreach (var place in complaints.List(group, "IpPermissionsEgress", needed))
            PermissionReader.Read(place, Direction.Egress, account, permissions, complaints);
        return permissions.ToImmutable();
    }
}
