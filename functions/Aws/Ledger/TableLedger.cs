using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger;

/// <summary>Claims and entries in the table. Conditions decide races; holder and state fence off whoever lost a claim.</summary>
/// <param name="lease">How long a claim lasts unless it is renewed.</param>
internal sealed class TableLedger(LedgerTable table, TimeSpan lease) : ILedger
{
    private const string HeldQueue = "held";

    /// <summary>The holder of what was let go.</summary>
    private const string Nobody = "nobody";

    private static readonly Task<RecordAnswer> TooLarge = Task.FromResult<RecordAnswer>(new RecordAnswer.Failed(Documents.TooLarge));

    private readonly Claiming _claiming = new(table, lease);
    private readonly OwnCalls _calls = new(table);

    public async Task<Reading<Attempt>> Earlier(string key, CancellationToken cancel)
    {
        var told = await table.Get(ItemKey.Entry(key), cancel).ConfigureAwait(false);
        if (told.Problem is not null || !told.Value!.IsThere) return new(null, told.Problem);
        var kept = EntryForm.Read(told.Value, key);
        return new(kept?.Attempt, told.Value.Problem);
    }

    public Task<Reading<bool>> IsOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel) =>
        _calls.AreOurs(requestId, group, opened, now, cancel);

    public async Task<Answer> NoteCall(string requestId, DateTimeOffset now, CancellationToken cancel) =>
        await _calls.Note([requestId], now, cancel).ConfigureAwait(false) is { } problem ? new(problem, true) : Answer.Ok;

    public Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) => _claiming.Claim(claim, holder, now, cancel);

    public Task<RecordAnswer> Amend(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) =>
        Documents.Of(claim) is { } document ? Write(Under(claim.Key, holder, now + lease).Set(Column.Claim, document), cancel) : TooLarge;

    public Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel) =>
        _calls.Intend(key, group, toCreate, until, cancel);

    public Task<RecordAnswer> Record(string key, string holder, Progress progress, DateTimeOffset now, CancellationToken cancel) =>
        Write(Under(key, holder, now + lease), progress, progress.Calls, now, cancel);

    public Task<RecordAnswer> Hold(string key, string holder, Progress progress, DateTimeOffset again, DateTimeOffset now, CancellationToken cancel)
    {
        var edit = Under(key, holder, EntryForm.GivenBack)
            .Set(Column.State, Cell.Of(EntryForm.Held)).Set(Column.Queue, Cell.Of(HeldQueue)).Set(Column.Due, Cell.Of(again)).Remove(Column.LetGoBy);
        return Write(edit, progress, progress.Calls, now, cancel);
    }

    public Task Release(string key, string holder, CancellationToken cancel) => Write(Under(key, holder, EntryForm.GivenBack), cancel);

    public Task<RecordAnswer> Finish(Entry entry, string holder, CancellationToken cancel)
    {
        if (Documents.Of(entry.Claim) is not { } claim || Documents.Of(entry.Calls) is not { } calls) return TooLarge;
        var edit = Under(entry.Claim.Key, holder, EntryForm.GivenBack)
            .Set(Column.State, Cell.Of(EntryForm.Finished)).Set(Column.Claim, claim).Set(Column.Calls, calls)
            .Set(Column.FinishedAt, Cell.Of(entry.FinishedAt)).Set(Column.Expires, Cell.Expiry(entry.FinishedAt + EntryForm.Kept))
            .Remove(Column.Queue, Column.Due);
        return Write(edit, entry.Progress, entry.Progress.Calls.AddRange(entry.Calls), entry.FinishedAt, cancel);
    }

    public async Task<Reading<ImmutableArray<string>>> Held(DateTimeOffset now, int most, CancellationToken cancel)
    {
        var told = await new Rows(table).Due(HeldQueue, now, most, cancel).ConfigureAwait(false);
        if (!told.IsDone) return new([], told.Problem);
        ImmutableArray<string?> keys = [.. told.Value.Select(KeyOf)];
        return new([.. keys.OfType<string>()], told.Value.Select(r => r.Problem).FirstOrDefault(p => p is not null));
    }

    public Task<RecordAnswer> LetGo(string key, string by, DateTimeOffset now, CancellationToken cancel) =>
        Write(
            Stamped(key).Set(Column.Due, Cell.Of(now)).Set(Column.LetGoBy, Cell.Of(by)).Set(Column.Holder, Cell.Of(Nobody)).Set(Column.Until, Cell.Of(EntryForm.GivenBack))
                .WhereIs(Column.Queue, Cell.Of(HeldQueue)).WhereHas(Column.Holder),
            cancel);

    public Task<RecordAnswer> Undone(string key, Undoing undoing, CancellationToken cancel)
    {
        var edit = Stamped(key).Set(Column.UndoneBy, Cell.Of(undoing.By)).Set(Column.UndoneAt, Cell.Of(undoing.At))
            .WhereIs(Column.State, Cell.Of(EntryForm.Finished)).WhereHasNot(Column.UndoneBy);
        return Write(undoing.WaiverId is { } waiver ? edit.Set(Column.UndoneWaiver, Cell.Of(waiver)) : edit, cancel);
    }

    private static string? KeyOf(Row row)
    {
        if (!row.Key.Partition.StartsWith(ItemKey.EntryPrefix, StringComparison.Ordinal)) row.Note($"the ledger's item `{row.Key}` waits among what is held: expected an entry");
        return row.Problem is null ? row.Key.Partition[ItemKey.EntryPrefix.Length..] : null;
    }

    private static Edit Stamped(string key)
    {
        var edit = new Edit(ItemKey.Entry(key));
        return edit.Set(Column.Stamp, Cell.Of(edit.Stamp));
    }

    /// <summary>Only while the claim is this holder's.</summary>
    private static Edit Under(string key, string holder, DateTimeOffset until) =>
        Stamped(key).Set(Column.Until, Cell.Of(until)).WhereIs(Column.Holder, Cell.Of(holder)).WhereIsNot(Column.State, Cell.Of(EntryForm.Finished));

    /// <summary>The calls are noted beside, and before this returns: their events may come at any moment. They are ours also when the
    /// claim is not any more.</summary>
    private async Task<RecordAnswer> Write(Edit edit, Progress progress, IEnumerable<CallMade> calls, DateTimeOffset now, CancellationToken cancel)
    {
        var noting = _calls.Note([.. calls.Select(c => c.RequestId).OfType<string>()], now, cancel);
        var writing = Documents.Of(progress) is { } document ? Write(edit.Set(Column.Progress, document), cancel) : TooLarge;
        var (problem, answer) = (await noting.ConfigureAwait(false), await writing.ConfigureAwait(false));
        return answer is RecordAnswer.Recorded && problem is not null ? new RecordAnswer.Failed(problem) : answer;
    }

    private async Task<RecordAnswer> Write(Edit edit, CancellationToken cancel)
    {
        var told = await table.Update(edit, answerItem: false, cancel).ConfigureAwait(false);
        return told.Problem is { } problem ? new RecordAnswer.Failed(problem) : told.IsRefused ? new RecordAnswer.Lost() : RecordAnswer.Ok;
    }
}
