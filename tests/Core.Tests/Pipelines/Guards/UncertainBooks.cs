using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>A table of which parts may be down, and whose reads wait until they are let through.</summary>
internal sealed class UncertainBooks(Books kept) : ILedger, IAgreements, ISwitch, ITallies
{
    private const string Down = "the table does not answer";

    public bool LedgerIsDown { get; set; }

    public bool AgreementsAreDown { get; set; }

    public bool SwitchIsDown { get; set; }

    public bool TalliesAreDown { get; set; }

    /// <summary>What a write under a claim is answered instead; null: what the ledger says.</summary>
    public Func<string, RecordAnswer?> Answers { get; set; } = _ => null;

    /// <summary>What each of the reads and the claim wait for.</summary>
    public Func<string, Task> Waits { get; set; } = _ => Task.CompletedTask;

    /// <summary>What was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public Books Books => kept with { Ledger = this, Agreements = this, Switch = this, Tallies = this };

    public bool IsDown
    {
        set => (LedgerIsDown, AgreementsAreDown, SwitchIsDown, TalliesAreDown) = (value, value, value, value);
    }

    public Task<Reading<Attempt>> Earlier(string key, CancellationToken cancel) => Read("Earlier", LedgerIsDown, () => kept.Ledger.Earlier(key, cancel));

    public Task<Reading<bool>> IsOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel) =>
        Read("IsOurs", LedgerIsDown, () => kept.Ledger.IsOurs(requestId, group, opened, now, cancel));

    public Task<Answer> NoteCall(string requestId, DateTimeOffset now, CancellationToken cancel) => kept.Ledger.NoteCall(requestId, now, cancel);

    public async Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel)
    {
        Asked.Add("Claim");
        await Waits("Claim");
        return LedgerIsDown ? new ClaimAnswer.Unavailable(Down) : await kept.Ledger.Claim(claim, holder, now, cancel);
    }

    public Task<RecordAnswer> Amend(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) => Write("Amend", () => kept.Ledger.Amend(claim, holder, now, cancel));

    public Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel) =>
        Write("Intend", () => kept.Ledger.Intend(key, group, toCreate, until, cancel));

    public Task<RecordAnswer> Record(string key, string holder, Progress progress, DateTimeOffset now, CancellationToken cancel) => Write("Record", () => kept.Ledger.Record(key, holder, progress, now, cancel));

    public Task<RecordAnswer> Hold(string key, string holder, Progress progress, DateTimeOffset again, DateTimeOffset now, CancellationToken cancel) =>
        Write("Hold", () => kept.Ledger.Hold(key, holder, progress, again, now, cancel));

    public Task Release(string key, string holder, CancellationToken cancel) => kept.Ledger.Release(key, holder, cancel);

    public Task<RecordAnswer> Finish(Entry entry, string holder, CancellationToken cancel) => Write("Finish", () => kept.Ledger.Finish(entry, holder, cancel));

    public Task<Reading<ImmutableArray<string>>> Held(DateTimeOffset now, int most, CancellationToken cancel) => kept.Ledger.Held(now, most, cancel);

    public Task<RecordAnswer> LetGo(string key, string by, DateTimeOffset now, CancellationToken cancel) => kept.Ledger.LetGo(key, by, now, cancel);

    public Task<RecordAnswer> Undone(string key, Undoing undoing, CancellationToken cancel) => kept.Ledger.Undone(key, undoing, cancel);

    public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => Read("Agreements", AgreementsAreDown, () => kept.Agreements.Of(group, cancel));

    public Task<Reading<Agreement>> Find(string id, CancellationToken cancel) => kept.Agreements.Find(id, cancel);

    public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => kept.Agreements.Open(cancel);

    public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel) => kept.Agreements.Write(agreement, cancel);

    public Task<Reading<KillSwitch>> Read(CancellationToken cancel) => Read("Switch", SwitchIsDown, () => kept.Switch.Read(cancel));

    public Task<Answer> Turn(KillSwitch to, CancellationToken cancel) => kept.Switch.Turn(to, cancel);

    public Task<TallyAnswer> Add(string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel) =>
        TalliesAreDown ? Task.FromResult<TallyAnswer>(new TallyAnswer.Failed(Down)) : kept.Tallies.Add(tally, marks, most, until, cancel);

    public Task<Answer> Remove(string tally, ImmutableHashSet<string> marks, CancellationToken cancel) => kept.Tallies.Remove(tally, marks, cancel);

    private async Task<Reading<T>> Read<T>(string what, bool isDown, Func<Task<Reading<T>>> read)
    {
        Asked.Add(what);
        await Waits(what);
        return isDown ? new(default, Down) : await read();
    }

    private async Task<RecordAnswer> Write(string what, Func<Task<RecordAnswer>> write)
    {
        Asked.Add(what);
        return Answers(what) ?? (LedgerIsDown ? new RecordAnswer.Failed(Down) : await write());
    }
}
