using Amazon.DynamoDBv2.Model;

namespace Remediator.Aws.Ledger;

/// <summary>Reads of several items.</summary>
internal sealed class Rows(LedgerTable table)
{
    public const string Index = "due";

    /// <summary>The most that one BatchGetItem takes
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html).</summary>
    private const int MostKeys = 100;

    /// <summary>So often is asked for what a batch left out, which it does when it is throttled or would be too large.</summary>
    private const int MostRounds = 20;

    /// <summary>Every item of a partition whose sort key begins so, all pages, consistent.</summary>
    public Task<Told<ImmutableArray<Row>>> Beginning(string partition, string sortPrefix, CancellationToken cancel) => Pages(
        new()
        {
            TableName = table.Name,
            ConsistentRead = true,
            KeyConditionExpression = "#pk = :pk AND begins_with(#sk, :sk)",
            ExpressionAttributeNames = new() { ["#pk"] = Column.Partition, ["#sk"] = Column.Sort },
            ExpressionAttributeValues = new() { [":pk"] = Cell.Of(partition), [":sk"] = Cell.Of(sortPrefix) },
        },
        int.MaxValue,
        cancel);

    /// <summary>What waits in a queue, the longest due first. The index lags by a moment: each item is read again, consistently, and
    /// left out when it waits there no more or not yet.</summary>
    /// <param name="by">Null: whatever it is due.</param>
    public async Task<Told<ImmutableArray<Row>>> Due(string queue, DateTimeOffset? by, int most, CancellationToken cancel)
    {
        var listed = await Pages(InQueue(queue, by), most, cancel).ConfigureAwait(false);
        if (!listed.IsDone) return listed;
        var read = await Again([.. listed.Value.Select(r => r.Key)], cancel).ConfigureAwait(false);
        if (!read.IsDone) return read;
        var waiting = read.Value.Where(r => r.TextIfAny(Column.Queue) == queue).Select(r => (Row: r, Due: r.Time(Column.Due))).Where(r => by is null || r.Due <= by).OrderBy(r => r.Due);
        return new([.. waiting.Select(r => r.Row)], null);
    }

    private QueryRequest InQueue(string queue, DateTimeOffset? by)
    {
        var request = new QueryRequest
        {
            TableName = table.Name,
            IndexName = Index,
            KeyConditionExpression = "#queue = :queue",
            ProjectionExpression = "#pk, #sk",
            ExpressionAttributeNames = new() { ["#pk"] = Column.Partition, ["#sk"] = Column.Sort, ["#queue"] = Column.Queue },
            ExpressionAttributeValues = new() { [":queue"] = Cell.Of(queue) },
        };
        if (by is not { } until) return request;
        request.KeyConditionExpression += " AND #due <= :due";
        request.ExpressionAttributeNames["#due"] = Column.Due;
        request.ExpressionAttributeValues[":due"] = Cell.Of(until);
        return request;
    }

    private async Task<Told<ImmutableArray<Row>>> Pages(QueryRequest request, int most, CancellationToken cancel)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        do
        {
            if (most != int.MaxValue) request.Limit = most - rows.Count;
            var page = await table.Call((client, limited) => client.QueryAsync(request, limited), cancel).ConfigureAwait(false);
            if (!page.IsDone) return page.As<ImmutableArray<Row>>([]);
            rows.AddRange((page.Value!.Items ?? []).Select(Row.Of));
            request.ExclusiveStartKey = page.Value.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 } && rows.Count < most);
        return new(rows.ToImmutable(), null);
    }

    private async Task<Told<ImmutableArray<Row>>> Again(ImmutableArray<ItemKey> keys, CancellationToken cancel)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var chunk in keys.Chunk(MostKeys))
        {
            var asked = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { [table.Name] = new() { ConsistentRead = true, Keys = [.. chunk.Select(k => k.Attributes)] } };
            for (var round = 0; asked is { Count: > 0 }; round++)
            {
                if (round == MostRounds) return new([], $"the ledger table `{table.Name}` left out a part of what was asked for {MostRounds} times: expected it to answer all");
                var request = new BatchGetItemRequest { RequestItems = asked };
                var read = await table.Call((client, limited) => client.BatchGetItemAsync(request, limited), cancel).ConfigureAwait(false);
                if (!read.IsDone) return read.As<ImmutableArray<Row>>([]);
                rows.AddRange((read.Value!.Responses?.GetValueOrDefault(table.Name) ?? []).Select(Row.Of));
                asked = read.Value.UnprocessedKeys;
            }
        }

        return new(rows.ToImmutable(), null);
    }
}
