using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A ledger whose calls are written down among the others; it outlives the process, as a table does.</summary>
internal sealed class LoggedLedger(CallLog calls) : ILedger
{
    private readonly InMemoryLedger _kept = new(TimeSpan.FromSeconds(15));

    public Task<Reading<Attempt>> Earlier(string key, CancellationToken cancel) => calls.Make("Ledger Earlier", () => _kept.Earlier(key, cancel));

    public Task<Reading<bool>> IsOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel) =>
        calls.Make("Ledger IsOurs", () => _kept.IsOurs(requestId, group, opened, now, cancel));

    public Task<Answer> NoteCall(string requestId, DateTimeOffset now, CancellationToken cancel) => calls.Make("Ledger NoteCall", () => _kept.NoteCall(requestId, now, cancel));

    public Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) => calls.Make("Ledger Claim", () => _kept.Claim(claim, holder, now, cancel));

    public Task<RecordAnswer> Amend(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) => calls.Make("Ledger Amend", () => _kept.Amend(claim, holder, now, cancel));

    public Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel) =>
        calls.Make("Ledger Intend", () => _kept.Intend(key, group, toCreate, until, cancel));

    public Task<RecordAnswer> Record(string key, string holder, Progress progress, DateTimeOffset now, CancellationToken cancel) =>
        calls.Make("Ledger Record", () => _kept.Record(key, holder, progress, now, cancel));

    public Task<RecordAnswer> Hold(string key, string holder, Progress progress, DateTimeOffset again, DateTimeOffset now, CancellationToken cancel) =>
        calls.Make("Ledger Hold", () => _kept.Hold(key, holder, progress, again, now, cancel));

    public Task Release(string key, string holder, CancellationToken cancel) => calls.Make("Ledger Release", () => _kept.Release(key, holder, cancel));

    public Task<RecordAnswer> Finish(Entry entry, string holder, CancellationToken cancel)
    {
        Entries.Add(entry);
        return calls.Make("Ledger Finish", () => _kept.Finish(entry, holder, cancel));
    }

    public Task<Reading<ImmutableArray<string>>> Held(DateTimeOffset now, int most, CancellationToken cancel) => calls.Make("Ledger Held", () => _kept.Held(now, most, cancel));

    public Task<RecordAnswer> LetGo(string key, string by, DateTimeOffset now, CancellationToken cancel) => calls.Make("Ledger LetGo", () => _kept.LetGo(key, by, now, cancel));

    public Task<RecordAnswer> Undone(string key, Undoing undoing, CancellationToken cancel) => calls.Make("Ledger Undone", () => _kept.Undone(key, undoing, cancel));

    public List<Entry> Entries { get; } = [];

    /// <summary>What stays when the process ends.</summary>
    public ILedger Kept => _kept;
}
