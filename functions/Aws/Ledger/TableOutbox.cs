using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.Ledger;

/// <summary>Letters as items that wait in a queue.</summary>
internal sealed class TableOutbox(LedgerTable table) : IOutbox
{
    private const string Queue = "outbox";

    /// <summary>Longer than anybody could still want to be told.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public Task<Answer> Put(Letter letter, CancellationToken cancel) => Put(letter, new(ItemKey.Letter(letter.Id)), cancel);

    public Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel) => Put(letter, Of(letter.Id, from), cancel);

    public async Task<Answer> Take(Letter letter, CancellationToken cancel) => Said(await table.Delete(Of(letter.Id, letter.Due), cancel).ConfigureAwait(false));

    public async Task<Answer> Remove(string id, CancellationToken cancel) => Said(await table.Delete(new(ItemKey.Letter(id)), cancel).ConfigureAwait(false));

    public async Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel)
    {
        var told = await new Rows(table).Due(Queue, now, most, cancel).ConfigureAwait(false);
        if (!told.IsDone) return new([], told.Problem);
        ImmutableArray<Letter?> letters = [.. told.Value.Select(One)];
        return new([.. letters.OfType<Letter>()], told.Value.Select(r => r.Problem).FirstOrDefault(p => p is not null));
    }

    private async Task<Answer> Put(Letter letter, Edit edit, CancellationToken cancel) => Said(await table.Put(
        edit,
        new(StringComparer.Ordinal)
        {
            [Column.Queue] = Cell.Of(Queue),
            [Column.Due] = Cell.Of(letter.Due),
            [Column.Body] = Documents.Of(letter),
            [Column.Expires] = Cell.Expiry(letter.Due + Kept),
        },
        cancel).ConfigureAwait(false));

    /// <summary>Only while it is the one that was due then.</summary>
    private static Edit Of(string id, DateTimeOffset due) => new Edit(ItemKey.Letter(id)).WhereIs(Column.Due, Cell.Of(due));

    /// <summary>Refused: another has taken its place, or none is there any more.</summary>
    private static Answer Said<T>(Told<T> told)
        where T : class => told.IsRefused ? Answer.Ok : new(told.Problem, told.IsRetryable);

    private static Letter? One(Row row)
    {
        var letter = row.ReadLetter();
        if (letter is not null && ItemKey.Letter(letter.Id) != row.Key) row.Note($"the ledger's item `{row.Key}` holds another letter: expected its own");
        return row.Problem is null ? letter : null;
    }
}
