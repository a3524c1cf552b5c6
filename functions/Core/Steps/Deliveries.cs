using Remediator.Changes;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>What the ledger knows of earlier deliveries of an event.</summary>
internal static class Deliveries
{
    /// <summary>Asked before anything is read, so that a second delivery makes no call; null where it was not handled to its end, and
    /// where the event does not say which group it is about.</summary>
    public static async Task<DateTimeOffset?> FinishedAt(this ILedger ledger, Change change, CancellationToken cancel) => change.Group.Id is { } id
        ? (await ledger.Earlier(change.KeyIn(new(change.Account, change.Region, id)), cancel).ConfigureAwait(false)).Value?.FinishedAt
        : null;
}
