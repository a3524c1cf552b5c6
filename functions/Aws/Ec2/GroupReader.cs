using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>Reads one group through DescribeSecurityGroupRules, where a row is one rule with one peer and its <c>sgr-</c> id.</summary>
internal sealed class GroupReader(IAmazonEC2 ec2, string account, string region)
{
    public async Task<GroupReading> Read(GroupName group, CancellationToken cancel)
    {
        if (group.Id is { } id) return await ById(id, group.Name, cancel).ConfigureAwait(false);
        var alike = await Describe(new() { Filters = [new("group-name", [group.Name!])] }, cancel).ConfigureAwait(false);

        // A filter's value is a pattern, and a group may be called `web*`.
        var named = alike.FindAll(one => one.GroupName == group.Name);
        return named switch
        {
            [] => new GroupReading.NotFound(),
            [var one] => await ById(one.GroupId, one.GroupName, cancel).ConfigureAwait(false),
            _ => new GroupReading.Failed($"{named.Count} groups have this name in region `{region}`, and the event does not say which it is about", false),
        };
    }

    private async Task<GroupReading> ById(string id, string? name, CancellationToken cancel)
    {
        var rules = ec2.Paginators.DescribeSecurityGroupRules(new() { Filters = [new("group-id", [id])] }).SecurityGroupRules;
        var permissions = ImmutableArray.CreateBuilder<Permission>();
        await foreach (var rule in rules.WithCancellation(cancel).ConfigureAwait(false))
        {
            if (PermissionForm.Read(rule, account, out var problem) is { } permission) permissions.Add(permission);
            else return new GroupReading.Failed($"rule `{rule.SecurityGroupRuleId}` could not be read: {problem}", false);
        }

        // No rule may mean no group: a filter that meets nothing is no error, an unknown id is one.
        if (permissions.Count == 0) await Describe(new() { GroupIds = [id] }, cancel).ConfigureAwait(false);
        return new GroupReading.Found(new(new(account, region, id), name, null, permissions.ToImmutable()));
    }

    private async Task<List<Amazon.EC2.Model.SecurityGroup>> Describe(DescribeSecurityGroupsRequest request, CancellationToken cancel)
    {
        var groups = new List<Amazon.EC2.Model.SecurityGroup>();
        await foreach (var group in ec2.Paginators.DescribeSecurityGroups(request).SecurityGroups.WithCancellation(cancel).ConfigureAwait(false)) groups.Add(group);
        return groups;
    }
}
