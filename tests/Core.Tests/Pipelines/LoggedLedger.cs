using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A ledger whose calls are written down among the others; it outlives the process, as a table does.</summary>
internal sealed class LoggedLedger(CallLog calls) : ILedger
{
    private readonly InMemoryLedger _kept = new(TimeSpan.FromSeconds(15));

    public Task<Attempt?> Earlier(string key, CancellationToken cancel) => calls.Make("Ledger Earlier", () => _kept.Earlier(key, cancel));

    public Task<bool> IsOurs(string requestId, CancellationToken cancel) => calls.Make("Ledger IsOurs", () => _kept.IsOurs(requestId, cancel));

    public Task<ClaimAnswer> Claim(Claim claim, DateTimeOffset now, CancellationToken cancel) => calls.Make("Ledger Claim", () => _kept.Claim(claim, now, cancel));

    public Task Record(string key, Progress progress, DateTimeOffset now, CancellationToken cancel) => calls.Make("Ledger Record", () => _kept.Record(key, progress, now, cancel));

    public Task Release(string key, CancellationToken cancel) => calls.Make("Ledger Release", () => _kept.Release(key, cancel));

    public Task Finish(Entry entry, CancellationToken cancel)
    {
        Entries.Add(entry);
        return calls.Make("Ledger Finish", () => _kept.Finish(entry, cancel));
    }

    public List<Entry> Entries { get; } = [];
}
