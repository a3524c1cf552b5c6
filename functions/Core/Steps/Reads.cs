using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Reads of EC2 before anything is decided: tried again while that may help, for as long as reads may lag, and given up when
/// there is no time left to act. Null is "no answer in that time".</summary>
internal sealed class Reads(World world, Invocation invocation)
{
    public const string NoAnswer = "EC2 did not answer while there was time to act";

    public Task<GroupReading?> Group(GroupName group, string account, string region, CancellationToken cancel) => Ask(
        token => world.Facts.Describe(group, account, region, token),
        reading => reading is GroupReading.NotFound or GroupReading.Failed { Retryable: true },
        cancel);

    /// <summary>With the ids, descriptions and tags of its permissions.</summary>
    public Task<GroupReading?> Permissions(GroupKey group, CancellationToken cancel) => Ask(
        token => world.Groups.Read(new(group.GroupId, null), group.Account, group.Region, token),
        reading => reading is GroupReading.Failed { Retryable: true },
        cancel);

    public Task<GroupsReading?> Groups(ImmutableHashSet<string> ids, string account, string region, CancellationToken cancel) => Ask(
        token => world.Facts.DescribeAll([.. ids.Order(StringComparer.Ordinal)], account, region, token),
        reading => reading is GroupsReading.Failed { Retryable: true },
        cancel);

    public Task<GroupsReading?> Referring(string prefixListId, string account, string region, CancellationToken cancel) => Ask(
        token => world.Facts.DescribeReferring(prefixListId, account, region, token),
        reading => reading is GroupsReading.Failed { Retryable: true },
        cancel);

    public Task<GroupsReading?> Vpc(string vpcId, string account, string region, CancellationToken cancel) => Ask(
        token => world.Facts.DescribeVpc(vpcId, account, region, token),
        reading => reading is GroupsReading.Failed { Retryable: true },
        cancel);

    public Task<PrefixListReading?> PrefixList(string idOrName, string account, string region, CancellationToken cancel) => Ask(
        token => world.Facts.ReadPrefixList(idOrName, account, region, token),
        reading => reading is PrefixListReading.Failed { Retryable: true },
        cancel);

    public async Task<Exposure?> Exposure(GroupKey group, CancellationToken cancel)
    {
        var carried = await Ask<Carried>(async token => new(await world.Groups.ReadExposure(group, token).ConfigureAwait(false)), c => c.By is null, cancel).ConfigureAwait(false);
        return carried?.By;
    }

    /// <param name="mayChange">Whether the same question, asked again, may have another answer.</param>
    public async Task<T?> Ask<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> mayChange, CancellationToken cancel)
        where T : class
    {
        var acting = new Acting(world, invocation);
        var settled = world.Clock.GetUtcNow() + Timing.Settled;
        var until = invocation.ActUntil < settled ? invocation.ActUntil : settled;
        for (var tries = 0; ; tries++)
        {
            var answer = await acting.InTime(ask, cancel).ConfigureAwait(false);
            if (answer is null || !mayChange(answer) || !await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return answer;
        }
    }

    private sealed record Carried(Exposure? By);
}
