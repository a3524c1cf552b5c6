using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>Finds groups through DescribeSecurityGroups, all pages.</summary>
internal sealed class GroupSearch(IAmazonEC2 ec2, string account, string region)
{
    /// <summary>A page of DescribeSecurityGroups at its largest.</summary>
    private const int Largest = 1000;

    /// <summary>Of a walk through all groups: what is in memory at a time, and what is done again when the process dies.</summary>
    private const int OfAll = 200;

    public Task<GroupsReading> Where(Filter filter, CancellationToken cancel) => Where([filter], cancel);

    /// <param name="filters">All of them have to hold.</param>
    private async Task<GroupsReading> Where(List<Filter> filters, CancellationToken cancel)
    {
        var request = new DescribeSecurityGroupsRequest { Filters = filters, MaxResults = Largest };
        var groups = ImmutableArray.CreateBuilder<Groups.SecurityGroup>();
        await foreach (var row in ec2.Paginators.DescribeSecurityGroups(request).SecurityGroups.WithCancellation(cancel).ConfigureAwait(false))
        {
            if (GroupForm.Read(row, account, region, out var problem) is { } group) groups.Add(group);
            else return new GroupsReading.Failed(problem!, false);
        }

        return new GroupsReading.Found(groups.ToImmutable());
    }

    /// <summary>A page of all groups. One that cannot be read does not hide the others.</summary>
    public async Task<GroupsPage> Page(string? token, CancellationToken cancel)
    {
        var answer = await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { MaxResults = OfAll, NextToken = token }, cancel).ConfigureAwait(false);
        var groups = ImmutableArray.CreateBuilder<Groups.SecurityGroup>();
        var unreadable = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var row in answer.SecurityGroups ?? [])
        {
            if (GroupForm.Read(row, account, region, out var problem) is { } group) groups.Add(group);
            else unreadable.Add((row.GroupId ?? "", problem!));
        }

        return new GroupsPage.Found(groups.ToImmutable(), unreadable.ToImmutable(), string.IsNullOrEmpty(answer.NextToken) ? null : answer.NextToken);
    }

    public async Task<GroupReading> ById(string id, CancellationToken cancel)
    {
        var answer = await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [id] }, cancel).ConfigureAwait(false);
        if (answer.SecurityGroups?.Find(g => g.GroupId == id) is not { } row) return new GroupReading.NotFound();
        return GroupForm.Read(row, account, region, out var problem) is { } group ? new GroupReading.Found(group) : new GroupReading.Failed(problem!, false);
    }

    /// <summary>A filter's value is a pattern, and a group may be called <c>web*</c>: only the group that is called so counts.</summary>
    public async Task<GroupReading> ByName(string name, CancellationToken cancel)
    {
        var reading = await Where(new Filter("group-name", [name]), cancel).ConfigureAwait(false);
        if (reading is not GroupsReading.Found { Groups: var alike }) return Failed(reading);
        ImmutableArray<Groups.SecurityGroup> named = [.. alike.Where(g => g.Name == name)];
        return named switch
        {
            [] => new GroupReading.NotFound(),
            [var one] => new GroupReading.Found(one),
            _ => new GroupReading.Failed($"{named.Length} groups have this name in region `{region}`, and the event does not say which it is about", false),
        };
    }

    /// <summary>As <see cref="ByName(string, CancellationToken)"/>, of one VPC.</summary>
    public async Task<GroupReading> ByName(string name, string vpcId, CancellationToken cancel)
    {
        var reading = await Where([new("group-name", [name]), new("vpc-id", [vpcId])], cancel).ConfigureAwait(false);
        if (reading is not GroupsReading.Found { Groups: var alike }) return Failed(reading);
        ImmutableArray<Groups.SecurityGroup> named = [.. alike.Where(g => g.Name == name && g.VpcId == vpcId)];
        return named switch
        {
            [] => new GroupReading.NotFound(),
            [{ Key.Account: "" }] => new GroupReading.Failed($"group `{named[0].Key.GroupId}` was answered without its owner", false),
            [var one] => new GroupReading.Found(one),
            _ => new GroupReading.Failed($"{named.Length} groups are called `{name}` in VPC `{vpcId}`: expected one", false),
        };
    }

    private static GroupReading Failed(GroupsReading reading)
    {
        var failed = (GroupsReading.Failed)reading;
        return new GroupReading.Failed(failed.Problem, failed.Retryable);
    }
}
