using Remediator.Ledger;

namespace Remediator.Aws.Ledger;

/// <summary>Claims an event: one round trip for a first claim, two to take one over.</summary>
internal sealed class Claiming(LedgerTable table, TimeSpan lease)
{
    /// <summary>So often may a claim that nobody holds slip away to another who takes it over and gives it back at once.</summary>
    private const int MostRounds = 5;

    public async Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel)
    {
        var key = ItemKey.Entry(claim.Key);
        if (Documents.Of(claim) is not { } document) return new ClaimAnswer.Unavailable(Documents.TooLarge);
        var told = await table.Put(new Edit(key).WhereNew(), EntryForm.First(document, holder, now, now + lease), cancel).ConfigureAwait(false);
        if (told.IsDone) return new ClaimAnswer.Granted(null);
        for (var round = 0; round < MostRounds; round++)
        {
            if (told.Problem is { } problem) return new ClaimAnswer.Unavailable(problem);
            var row = new Row(key, told.Old);
            if (EntryForm.Read(row, claim.Key) is not { } kept) return new ClaimAnswer.Unavailable(row.Problem!);
            if (kept.Finished is { } entry) return new ClaimAnswer.Finished(entry);
            if (now < kept.Until) return new ClaimAnswer.Busy(kept.Until);
            told = await table.Update(Takeover(kept, key, holder, now + lease), answerItem: false, cancel).ConfigureAwait(false);
            if (told.IsDone) return new ClaimAnswer.Granted(kept.Attempt);
        }

        return new ClaimAnswer.Unavailable($"the ledger's item `{key}` changed hands {MostRounds} times while it was claimed");
    }

    /// <summary>Claim and progress stay: what was decided is brought to its end. Only of exactly what was read: its stamp says so.</summary>
    private static Edit Takeover(KeptEntry kept, ItemKey key, string holder, DateTimeOffset until)
    {
        var edit = new Edit(key);
        return edit.Set(Column.Stamp, Cell.Of(edit.Stamp)).Set(Column.Holder, Cell.Of(holder)).Set(Column.Until, Cell.Of(until)).WhereIs(Column.Stamp, Cell.Of(kept.Stamp));
    }
}
