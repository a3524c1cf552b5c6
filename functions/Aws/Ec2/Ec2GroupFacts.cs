using Amazon.EC2.Model;
using Remediator.Changes;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>What EC2 says around permissions. Reads only.</summary>
public sealed class Ec2GroupFacts(Ec2Clients clients) : IGroupFacts
{
    public async Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel)
    {
        try
        {
            var search = Search(account, region);
            return await (group.Id is { } id ? search.ById(id, cancel) : search.ByName(group.Name!, cancel)).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Ec2Codes.IsNoGroup(failure) ? new GroupReading.NotFound() : new GroupReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    /// <remarks>Asked by filter: it passes over an unknown id, where a list of ids is refused for it.</remarks>
    public async Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel)
    {
        var asked = groupIds.ToHashSet(StringComparer.Ordinal);
        var found = await Where(account, region, Filtering.Each("group-id", asked), cancel).ConfigureAwait(false);

        // A filter's value is a pattern.
        return found is GroupsReading.Found { Groups: var groups } ? new GroupsReading.Found([.. groups.Where(g => asked.Contains(g.Key.GroupId))]) : found;
    }

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) =>
        Where(account, region, [new("ip-permission.prefix-list-id", [prefixListId]), new("egress.ip-permission.prefix-list-id", [prefixListId])], cancel);

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) =>
        Where(account, region, [new("vpc-id", [vpcId])], cancel);

    public async Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel)
    {
        try
        {
            return await Search(account, region).Page(token, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            // The call says nothing else that EC2 could object to.
            return token is not null && Ec2Codes.IsAboutContent(failure) && !Ec2Codes.IsAboutCaller(failure)
                ? new GroupsPage.TokenRefused(failure.Problem)
                : new GroupsPage.Failed(failure.Problem, failure.Retryable);
        }
    }

    public async Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel)
    {
        try
        {
            return await new PrefixListReader(clients.Reader(region)).Read(idOrName, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Ec2Codes.IsNoPrefixList(failure) ? new PrefixListReading.NotFound() : new PrefixListReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    /// <summary>One read for each filter, at the same time: several filters of one read would all have to hold. Each group once.</summary>
    private async Task<GroupsReading> Where(string account, string region, IEnumerable<Filter> filters, CancellationToken cancel)
    {
        try
        {
            var readings = await Task.WhenAll(filters.Select(filter => Search(account, region).Where(filter, cancel))).ConfigureAwait(false);
            return readings.OfType<GroupsReading.Failed>().FirstOrDefault()
                ?? (GroupsReading)new GroupsReading.Found([.. readings.Cast<GroupsReading.Found>().SelectMany(r => r.Groups).DistinctBy(g => g.Key)]);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new GroupsReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    private GroupSearch Search(string account, string region) => new(clients.Reader(region), account, region);
}
