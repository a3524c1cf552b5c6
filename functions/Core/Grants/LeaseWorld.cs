using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Grants;

/// <summary>What opening and closing leases asks of the world.</summary>
public sealed record LeaseWorld(IAgreements Agreements, ILedger Ledger, ISecurityGroups Groups, IGroupEdits Edits, TimeProvider Clock)
{
    /// <summary>How long a throttled or broken call is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal DateTimeOffset PatientUntil => Clock.GetUtcNow() + Patience;

    internal async Task<GroupReading> Read(GroupKey group, CancellationToken cancel)
    {
        var until = PatientUntil;
        for (var tries = 0; ; tries++)
        {
            var reading = await Groups.Read(new GroupName(group.GroupId, null), group.Account, group.Region, cancel).ConfigureAwait(false);
            if (reading is not GroupReading.Failed { Retryable: true } || !await Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return reading;
        }
    }

    /// <summary>The rule that meets the condition, looked for as long as reads may lag; null when none does.</summary>
    internal async Task<Permission?> LookFor(GroupKey group, Func<Permission, bool> isIt, CancellationToken cancel)
    {
        var until = Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var reading = await Read(group, cancel).ConfigureAwait(false);
            if (reading is GroupReading.Found found && found.Group.Permissions.FirstOrDefault(isIt) is { } there) return there;
            if (!await Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return null;
        }
    }
}
