using Amazon.DynamoDBv2.Model;
using Remediator.Containment;
using Remediator.Ports;

namespace Remediator.Aws.Ledger;

/// <summary>Measures as items; the version decides races. Each waits in a queue until its end was dealt with.</summary>
internal sealed class TableMeasures(LedgerTable table) : IMeasures
{
    private const string Queue = "measure";

    /// <summary>How long they are kept after their end was dealt with.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public async Task<Reading<Measure>> Find(string id, CancellationToken cancel)
    {
        var told = await table.Get(ItemKey.Measure(id), cancel).ConfigureAwait(false);
        return told.Problem is not null || !told.Value!.IsThere ? new(null, told.Problem) : One(told.Value);
    }

    public async Task<Reading<ImmutableArray<Measure>>> Open(CancellationToken cancel)
    {
        var told = await new Rows(table).Due(Queue, null, int.MaxValue, cancel).ConfigureAwait(false);
        if (!told.IsDone) return new([], told.Problem);
        ImmutableArray<Reading<Measure>> read = [.. told.Value.Select(One)];
        return new([.. read.Select(r => r.Value).OfType<Measure>().OrderBy(m => m.At)], read.Select(r => r.Problem).FirstOrDefault(p => p is not null));
    }

    public async Task<WriteAnswer> Write(Measure measure, CancellationToken cancel)
    {
        if (Documents.Of(measure) is not { } body) return new WriteAnswer.Failed(Documents.MeasureTooLarge);
        var edit = Versions.Next(new(ItemKey.Measure(measure.Id)), measure.Version);
        var item = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [Column.Version] = Cell.Of(measure.Version), [Column.Body] = body };
        if (measure.EndedAt is { } ended)
        {
            // Nothing is cleaned up whose end was not dealt with.
            item.Add(Column.Expires, Cell.Expiry(ended + Kept));
        }
        else
        {
            item.Add(Column.Queue, Cell.Of(Queue));
            item.Add(Column.Due, Cell.Of(measure.Until ?? measure.At));
        }

        return Versions.Answer(await table.Put(edit, item, cancel).ConfigureAwait(false));
    }

    private static Reading<Measure> One(Row row)
    {
        var version = row.Version();
        var measure = row.ReadMeasure();
        if (measure is not null && (measure.Version != version || ItemKey.Measure(measure.Id) != row.Key)) row.Note($"the ledger's item `{row.Key}` holds another measure: expected its own");
        return new(row.Problem is null ? measure : null, row.Problem);
    }
}
