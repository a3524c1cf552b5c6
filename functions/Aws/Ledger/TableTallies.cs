using Remediator.Ports;

namespace Remediator.Aws.Ledger;

/// <summary>Tallies as string sets: adding a mark twice is one mark, by the set itself.</summary>
internal sealed class TableTallies(LedgerTable table) : ITallies
{
    /// <summary>A set is written as a whole and an item holds 400 kB: what does not fit any more is said, never left out.</summary>
    public const int MostMarks = 5_000;

    /// <summary>So often is a tally tried again that others change at the same time, where some of the marks were in it already.</summary>
    private const int MostRounds = 10;

    public async Task<TallyAnswer> Add(string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel)
    {
        var limit = Math.Min(most ?? MostMarks, MostMarks);
        // The usual case is one round trip: where there is room for all of them, none need be in it already.
        var told = marks.IsEmpty || marks.Count > limit
            ? new Told<Row>(null, null) { IsRefused = true, Old = null }
            : await table.Update(Adding(tally, marks, until).WhereHoldsAtMost(Column.Marks, limit - marks.Count), answerItem: true, cancel).ConfigureAwait(false);
        if (told.IsDone) return Added(told.Value!);
        if (told.Problem is { } problem) return new TallyAnswer.Failed(problem);
        var held = told.Old is { } old ? new Told<Row>(new Row(ItemKey.Tally(tally), old), null) : await table.Get(ItemKey.Tally(tally), cancel).ConfigureAwait(false);
        return await AddTo(held, tally, marks, most, until, cancel).ConfigureAwait(false);
    }

    public async Task<Answer> Remove(string tally, ImmutableHashSet<string> marks, CancellationToken cancel)
    {
        if (marks.IsEmpty) return Answer.Ok;
        var edit = new Edit(ItemKey.Tally(tally)).Delete(Column.Marks, Cell.Of(marks)).WhereHas(Column.Marks);
        var told = await table.Update(edit.Set(Column.Stamp, Cell.Of(edit.Stamp)), answerItem: false, cancel).ConfigureAwait(false);
        return new(told.Problem, told.IsRetryable);
    }

    /// <summary>Some of the marks may be in it already: what is in it is compared here, and added to only while it is just that.</summary>
    private async Task<TallyAnswer> AddTo(Told<Row> told, string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (told.Problem is { } problem) return new TallyAnswer.Failed(problem);
            var row = told.Value!;
            var held = row.Marks(Column.Marks);
            if (row.Problem is { } garbage) return new TallyAnswer.Failed(garbage);
            var all = held.Union(marks);
            if (all.Count == held.Count) return new TallyAnswer.Added(held);
            if (all.Count > most) return new TallyAnswer.Full(held);
            if (all.Count > MostMarks) return new TallyAnswer.Failed($"tally `{row.Key}` holds {held.Count} marks: expected no more than {MostMarks} in all");
            told = await table.Update(Unless(row, Adding(tally, marks, until)), answerItem: true, cancel).ConfigureAwait(false);
            if (told.IsDone) return Added(told.Value!);
            if (told.IsRefused) told = new(new Row(row.Key, told.Old), null);
        }

        return new TallyAnswer.Failed($"tally `{ItemKey.Tally(tally)}` was changed by others {MostRounds} times while this was added to it");
    }

    private static Edit Adding(string tally, ImmutableHashSet<string> marks, DateTimeOffset until)
    {
        var edit = new Edit(ItemKey.Tally(tally));
        return edit.Set(Column.Stamp, Cell.Of(edit.Stamp)).Set(Column.Expires, Cell.Expiry(until)).Add(Column.Marks, Cell.Of(marks));
    }

    /// <summary>Every write of an item stamps it, so one with the same stamp is the same.</summary>
    private static Edit Unless(Row row, Edit edit) => row.Has(Column.Stamp) ? edit.WhereIs(Column.Stamp, Cell.Of(row.Text(Column.Stamp))) : edit.WhereHasNot(Column.Stamp);

    private static TallyAnswer Added(Row row)
    {
        var all = row.Marks(Column.Marks);
        return row.Problem is { } problem ? new TallyAnswer.Failed(problem) : new TallyAnswer.Added(all);
    }
}
