using Amazon.DynamoDBv2.Model;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger;

/// <summary>Waivers and leases beside their group, so that one consistent read shows all that count for it; and for each an item that
/// says which group that is.</summary>
internal sealed class TableAgreements(LedgerTable table) : IAgreements
{
    private const string Queue = "agreement";

    /// <summary>How long they are kept after their end was dealt with.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly Rows _rows = new(table);

    public async Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) =>
        All(await _rows.Beginning(ItemKey.PartitionOf(group), ItemKey.AgreementPrefix, cancel).ConfigureAwait(false));

    public async Task<Reading<Agreement>> Find(string id, CancellationToken cancel)
    {
        var where = await table.Get(ItemKey.Where(id), cancel).ConfigureAwait(false);
        if (where.Problem is not null || !where.Value!.IsThere) return new(null, where.Problem);
        if (Group(where.Value) is not { } group) return new(null, where.Value.Problem);
        var told = await table.Get(ItemKey.Agreement(group, id), cancel).ConfigureAwait(false);
        if (told.Problem is not null) return new(null, told.Problem);
        if (told.Value!.IsThere) return One(told.Value);

        // TTL takes the two away one after the other; but only what has ended.
        return new(null, where.Value.Has(Column.Expires) ? null : $"the ledger's item `{ItemKey.Agreement(group, id)}` is not there: expected what `{where.Value.Key}` points at");
    }

    public async Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => All(await _rows.Due(Queue, null, int.MaxValue, cancel).ConfigureAwait(false));

    public async Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel)
    {
        var edit = Versions.Next(new(ItemKey.Agreement(agreement.Waiver.Group, agreement.Waiver.Id)), agreement.Version);
        var group = Cell.Of(agreement.Waiver.Group.ToString());
        var where = new Edit(ItemKey.Where(agreement.Waiver.Id));
        where = agreement.Version == 1 ? where.WhereNew() : where.WhereIs(Column.Group, group);
        var request = new TransactWriteItemsRequest
        {
            ClientRequestToken = edit.Stamp,
            TransactItems = [Put(edit, Item(agreement)), Put(where, Ending(agreement, new(StringComparer.Ordinal) { [Column.Group] = group }))],
        };
        var told = await table.Call((client, limited) => client.TransactWriteItemsAsync(request, limited), cancel).ConfigureAwait(false);

        // Sent again after a lost answer, it meets what it wrote itself.
        return told.IsRefused && (told.WasWrittenBy(edit.Stamp) || told.WasWrittenBy(where.Stamp)) ? WriteAnswer.Ok : Versions.Answer(told);
    }

    private static Dictionary<string, AttributeValue> Item(Agreement agreement)
    {
        var item = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [Column.Version] = Cell.Of(agreement.Version), [Column.Body] = Documents.Of(agreement) };
        if (agreement.EndedAt is not null) return Ending(agreement, item);
        item.Add(Column.Queue, Cell.Of(Queue));
        item.Add(Column.Due, Cell.Of(agreement.Waiver.Until));
        return item;
    }

    /// <summary>Nothing is cleaned up whose end was not dealt with.</summary>
    private static Dictionary<string, AttributeValue> Ending(Agreement agreement, Dictionary<string, AttributeValue> item)
    {
        if (agreement.EndedAt is { } ended) item.Add(Column.Expires, Cell.Expiry(ended + Kept));
        return item;
    }

    private TransactWriteItem Put(Edit edit, Dictionary<string, AttributeValue> item) => new()
    {
        Put = new()
        {
            TableName = table.Name,
            Item = LedgerTable.Whole(edit, item),
            ConditionExpression = edit.Condition,
            ExpressionAttributeNames = edit.Names,
            ExpressionAttributeValues = edit.Values,
            ReturnValuesOnConditionCheckFailure = Amazon.DynamoDBv2.ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    private static Reading<ImmutableArray<Agreement>> All(Told<ImmutableArray<Row>> told)
    {
        if (!told.IsDone) return new([], told.Problem);
        ImmutableArray<Reading<Agreement>> read = [.. told.Value.Select(One)];
        return new([.. read.Select(r => r.Value).OfType<Agreement>().OrderBy(a => a.Waiver.Until)], read.Select(r => r.Problem).FirstOrDefault(p => p is not null));
    }

    private static Reading<Agreement> One(Row row)
    {
        var version = row.Version();
        var agreement = row.ReadAgreement();
        if (agreement is not null && (agreement.Version != version || ItemKey.Agreement(agreement.Waiver.Group, agreement.Waiver.Id) != row.Key)) row.Note($"the ledger's item `{row.Key}` holds another agreement: expected its own");
        return new(row.Problem is null ? agreement : null, row.Problem);
    }

    private static GroupKey? Group(Row where)
    {
        if (where.Text(Column.Group).Split('/') is [var account, var region, var id]) return new(account, region, id);
        where.Note($"the ledger's item `{where.Key}` points at no group: expected `ACCOUNT/REGION/GROUP`");
        return null;
    }
}
