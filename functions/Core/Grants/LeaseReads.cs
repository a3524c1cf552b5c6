using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Grants;

/// <summary>Reads of a lease's group: tried again while there is time.</summary>
internal sealed class LeaseReads(World world, Invocation invocation)
{
    public async Task<GroupReading> Read(GroupKey group, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await world.Groups.Read(new GroupName(group.GroupId, null), group.Account, group.Region, cancel).ConfigureAwait(false);
            if (reading is not GroupReading.Failed { Retryable: true } || !await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false)) return reading;
        }
    }

    /// <summary>The rule that meets the condition, looked for as long as reads may lag; null when none does.</summary>
    public async Task<Permission?> LookFor(GroupKey group, Func<Permission, bool> isIt, CancellationToken cancel)
    {
        var until = world.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var reading = await Read(group, cancel).ConfigureAwait(false);
            if (reading is GroupReading.Found found && found.Group.Permissions.FirstOrDefault(isIt) is { } there) return there;
            if (!await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return null;
        }
    }
}
