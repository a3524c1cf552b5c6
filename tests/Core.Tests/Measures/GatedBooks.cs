using Remediator.Containment;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Measures;

/// <summary>A table in memory, which outlives every process, and whose calls pass through the gate.</summary>
internal sealed class GatedBooks : IMeasures, ITallies, ISwitch
{
    private readonly InMemoryMeasures _measures = new();
    private readonly InMemoryTallies _tallies = new();
    private readonly InMemorySwitch _switch = new();

    public InMemoryLedger Ledger { get; } = new(TimeSpan.FromSeconds(15));

    public Books Books => Books.InMemory(TimeSpan.FromSeconds(15)) with { Measures = this, Tallies = this, Switch = this, Ledger = new GatedLedger(Ledger), Agreements = Agreements };

    public InMemoryAgreements Agreements { get; } = new();

    /// <summary>Why the kill switch cannot be read; null when it can.</summary>
    public string? UnreadableSwitch { get; set; }

    /// <summary>Whether a write takes effect and says that it did not.</summary>
    public Func<Measure, bool> LosesWrite { get; set; } = _ => false;

    public IReadOnlyList<Measure> All => [.. _all.Values.OrderBy(m => m.Id, StringComparer.Ordinal)];

    private readonly Dictionary<string, Measure> _all = new(StringComparer.Ordinal);

    public Task<Reading<Measure>> Find(string id, CancellationToken cancel) => Gate.Pass("FindMeasure", () => _measures.Find(id, cancel).Result);

    public Task<Reading<ImmutableArray<Measure>>> Open(CancellationToken cancel) => Gate.Pass("OpenMeasures", () => _measures.Open(cancel).Result);

    public Task<WriteAnswer> Write(Measure measure, CancellationToken cancel) => Gate.Pass(FormattableString.Invariant($"WriteMeasure {measure.GetType().Name} {measure.State} {measure.Version}"), () =>
    {
        var answer = _measures.Write(measure, cancel).Result;
        if (answer is not WriteAnswer.Written) return answer;
        _all[measure.Id] = measure;
        return LosesWrite(measure) ? new WriteAnswer.Failed("the answer was lost") : answer;
    });

    public Task<TallyAnswer> Add(string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel) =>
        Gate.Pass($"AddToTally {tally.Split('/')[0]}", () => _tallies.Add(tally, marks, most, until, cancel).Result);

    public Task<Answer> Remove(string tally, ImmutableHashSet<string> marks, CancellationToken cancel) => Gate.Pass("RemoveFromTally", () => _tallies.Remove(tally, marks, cancel).Result);

    public Task<Reading<KillSwitch>> Read(CancellationToken cancel) => Gate.Pass("ReadSwitch", () => UnreadableSwitch is { } problem ? new(null, problem) : _switch.Read(cancel).Result);

    public Task<Answer> Turn(KillSwitch to, CancellationToken cancel) => _switch.Turn(to, cancel);

    private sealed class GatedLedger(InMemoryLedger kept) : ILedger
    {
        public Task<Reading<Attempt>> Earlier(string key, CancellationToken cancel) => Gate.Pass("LedgerEarlier", () => kept.Earlier(key, cancel).Result);

        public Task<Reading<bool>> IsOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel) => kept.IsOurs(requestId, group, opened, now, cancel);

        public Task<Answer> NoteCall(string requestId, DateTimeOffset now, CancellationToken cancel) => Gate.Pass("LedgerNoteCall", () => kept.NoteCall(requestId, now, cancel).Result);

        public Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) => kept.Claim(claim, holder, now, cancel);

        public Task<RecordAnswer> Amend(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) => kept.Amend(claim, holder, now, cancel);

        public Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel) =>
            Gate.Pass("LedgerIntend", () => kept.Intend(key, group, toCreate, until, cancel).Result);

        public Task<RecordAnswer> Record(string key, string holder, Progress progress, DateTimeOffset now, CancellationToken cancel) => kept.Record(key, holder, progress, now, cancel);

        public Task<RecordAnswer> Hold(string key, string holder, Progress progress, DateTimeOffset again, DateTimeOffset now, CancellationToken cancel) => kept.Hold(key, holder, progress, again, now, cancel);

        public Task Release(string key, string holder, CancellationToken cancel) => kept.Release(key, holder, cancel);

        public Task<RecordAnswer> Finish(Entry entry, string holder, CancellationToken cancel) => kept.Finish(entry, holder, cancel);

        public Task<Reading<ImmutableArray<string>>> Held(DateTimeOffset now, int most, CancellationToken cancel) => kept.Held(now, most, cancel);

        public Task<RecordAnswer> LetGo(string key, string by, DateTimeOffset now, CancellationToken cancel) => kept.LetGo(key, by, now, cancel);

        public Task<RecordAnswer> Undone(string key, Undoing undoing, CancellationToken cancel) => Gate.Pass("LedgerUndone", () => kept.Undone(key, undoing, cancel).Result);
    }
}
