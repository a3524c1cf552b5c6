using Amazon.DynamoDBv2.Model;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Aws.Ledger;

/// <summary>By what our own calls are known again: by AWS request id, or by what was announced before.</summary>
internal sealed class OwnCalls(LedgerTable table)
{
    /// <summary>The most that one BatchWriteItem takes
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html).</summary>
    private const int MostItems = 25;

    private const int MostRounds = 5;

    /// <summary>Longer than any event of them stays under way, in a dead-letter queue say.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly Noted _noted = new();

    public async Task<Reading<bool>> AreOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel)
    {
        var byId = ById(requestId, cancel);
        var byContent = ByContent(group, opened, now, cancel);
        var (id, content) = (await byId.ConfigureAwait(false), await byContent.ConfigureAwait(false));
        if (id.Value || content.Value) return new(true, null);
        return new(false, id.Problem ?? content.Problem);
    }

    /// <summary>Null, or why not all of them may be known.</summary>
    public async Task<string?> Note(ImmutableArray<string> requestIds, DateTimeOffset now, CancellationToken cancel)
    {
        var unknown = _noted.Without(requestIds);
        foreach (var chunk in unknown.Chunk(MostItems))
        {
            if (await Write(chunk, now, cancel).ConfigureAwait(false) is { } problem) return problem;
        }

        _noted.Add(unknown);
        return null;
    }

    /// <summary>Contents are compared as texts: equal ones are written alike, however they were spelled.</summary>
    public async Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel)
    {
        if (toCreate.IsEmpty) return RecordAnswer.Ok;
        ImmutableHashSet<string> contents = [.. toCreate.Select(p => p.Content)];
        var told = await table.Put(
            new(ItemKey.Intent(group, key)),
            new(StringComparer.Ordinal) { [Column.Until] = Cell.Of(until), [Column.Expires] = Cell.Expiry(until), [Column.Contents] = Cell.Of(contents) },
            cancel).ConfigureAwait(false);
        return told.Problem is { } problem ? new RecordAnswer.Failed(problem) : RecordAnswer.Ok;
    }

    private async Task<Reading<bool>> ById(string? requestId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(requestId)) return new(false, null);
        if (_noted.Has(requestId)) return new(true, null);
        var told = await table.Get(ItemKey.Request(requestId), cancel).ConfigureAwait(false);
        if (told.Problem is not null || !told.Value!.IsThere) return new(false, told.Problem);
        told.Value.Time(Column.At);
        return new(told.Value.Problem is null, told.Value.Problem);
    }

    private async Task<Reading<bool>> ByContent(GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel)
    {
        if (opened.IsEmpty) return new(false, null);
        var told = await new Rows(table).Beginning(ItemKey.IntentsOf(group), ItemKey.IntentPrefix, cancel).ConfigureAwait(false);
        if (!told.IsDone) return new(false, told.Problem);
        string? problem = null;
        foreach (var row in told.Value)
        {
            // Nobody cleans up on time: the clock says what is over.
            if (row.Time(Column.Until) <= now && row.Problem is null) continue;
            var intended = row.Marks(Column.Contents);
            if (row.Problem is null && opened.All(p => intended.Contains(p.Content))) return new(true, null);
            problem ??= row.Problem;
        }

        return new(false, problem);
    }

    private async Task<string?> Write(string[] requestIds, DateTimeOffset now, CancellationToken cancel)
    {
        var asked = new Dictionary<string, List<WriteRequest>>(StringComparer.Ordinal) { [table.Name] = [.. requestIds.Select(id => new WriteRequest(new PutRequest(Item(id, now))))] };
        for (var round = 0; round < MostRounds; round++)
        {
            var request = new BatchWriteItemRequest { RequestItems = asked };
            var told = await table.Call((client, limited) => client.BatchWriteItemAsync(request, limited), cancel).ConfigureAwait(false);
            if (!told.IsDone) return told.Problem;
            if (told.Value!.UnprocessedItems is not { Count: > 0 } left) return null;
            asked = left;
        }

        return $"the ledger table `{table.Name}` left out a part of what was written {MostRounds} times: expected it to take all";
    }

    private static Dictionary<string, AttributeValue> Item(string requestId, DateTimeOffset now)
    {
        var item = ItemKey.Request(requestId).Attributes;
        item[Column.At] = Cell.Of(now);
        item[Column.Expires] = Cell.Expiry(now + Kept);
        return item;
    }
}
