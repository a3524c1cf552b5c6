using Remediator.Ports;

namespace Remediator.Aws.Ledger;

/// <summary>Notes as items; the version decides races.</summary>
internal sealed class TableNotebook(LedgerTable table) : INotebook
{
    public async Task<Reading<Note>> Read(string name, CancellationToken cancel)
    {
        var told = await table.Get(ItemKey.Note(name), cancel).ConfigureAwait(false);
        if (told.Problem is not null || !told.Value!.IsThere) return new(null, told.Problem);
        var row = told.Value;
        var note = new Note(name, row.Text(Column.Text), row.Version(), row.Time(Column.Until));
        return new(row.Problem is null ? note : null, row.Problem);
    }

    public async Task<WriteAnswer> Write(Note note, CancellationToken cancel)
    {
        var edit = Versions.Next(new(ItemKey.Note(note.Name)), note.Version);
        var told = await table.Put(
            edit,
            new(StringComparer.Ordinal)
            {
                [Column.Text] = Cell.Of(note.Text),
                [Column.Version] = Cell.Of(note.Version),
                [Column.Until] = Cell.Of(note.Until),
                [Column.Expires] = Cell.Expiry(note.Until),
            },
            cancel).ConfigureAwait(false);
        return Versions.Answer(told);
    }
}
