using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Undos;

/// <summary>Reads of the one group; throttling is waited out for as long as a person waits.</summary>
internal sealed class UndoReads(UndoPorts ports)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<GroupReading> Group(GroupKey key, CancellationToken cancel)
    {
        var until = ports.Clock.GetUtcNow() + Patience;
        for (var tries = 0; ; tries++)
        {
            var reading = await ports.Groups.Read(new GroupName(key.GroupId, null), key.Account, key.Region, cancel).ConfigureAwait(false);
            if (reading is not GroupReading.Failed { Retryable: true } || !await ports.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return reading;
        }
    }

    /// <summary>What stands in it, or why that is not known; a group that is gone holds nothing.</summary>
    public async Task<(ImmutableArray<Permission> Standing, string? Problem)> Standing(GroupKey key, CancellationToken cancel) =>
        await Group(key, cancel).ConfigureAwait(false) switch
        {
            GroupReading.Found found => (found.Group.Permissions, null),
            GroupReading.Failed failed => ([], $"the group could not be read: {failed.Problem}"),
            _ => ([], "EC2 does not find the group any more"),
        };
}
