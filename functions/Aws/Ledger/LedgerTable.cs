using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Remediator.Aws.Ledger;

/// <summary>The table, one call at a time. Every failure is a value; every call ends within <see cref="Patience"/>.</summary>
/// <param name="name">The table's name.</param>
/// <param name="connect">The client, made at the first call and kept. It must not try again by itself.</param>
internal sealed class LedgerTable(string name, Func<IAmazonDynamoDB> connect, Patience patience)
{
    private readonly Lazy<IAmazonDynamoDB> _client = new(connect);

    public string Name => name;

    /// <summary>A consistent read. The row is there or not.</summary>
    public async Task<Told<Row>> Get(ItemKey key, CancellationToken cancel)
    {
        var request = new GetItemRequest { TableName = name, Key = key.Attributes, ConsistentRead = true };
        var told = await Call((client, limited) => client.GetItemAsync(request, limited), cancel).ConfigureAwait(false);
        return told.As(told.IsDone ? new Row(key, told.Value!.Item) : null);
    }

    /// <summary>Writes a whole item.</summary>
    /// <param name="edit">Where to, and under which conditions. Done, too, when the item turns out to have been written by this very
    /// edit before.</param>
    /// <param name="item">Without its key and stamp, which are added.</param>
    public async Task<Told<Row>> Put(Edit edit, Dictionary<string, AttributeValue> item, CancellationToken cancel)
    {
        var request = new PutItemRequest
        {
            TableName = name,
            Item = Whole(edit, item),
            ConditionExpression = edit.Condition,
            ExpressionAttributeNames = edit.Names,
            ExpressionAttributeValues = edit.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        var told = await Call((client, limited) => client.PutItemAsync(request, limited), cancel).ConfigureAwait(false);
        return Settled(edit, told.As<Row>(null));
    }

    /// <summary>Changes an item. The row is the item as it is now where <paramref name="answerItem"/> asks for it.</summary>
    /// <inheritdoc cref="Put" path="/param[@name='edit']"/>
    public async Task<Told<Row>> Update(Edit edit, bool answerItem, CancellationToken cancel)
    {
        var request = new UpdateItemRequest
        {
            TableName = name,
            Key = edit.Key.Attributes,
            UpdateExpression = edit.Expression,
            ConditionExpression = edit.Condition,
            ExpressionAttributeNames = edit.Names,
            ExpressionAttributeValues = edit.Values,
            ReturnValues = answerItem ? ReturnValue.ALL_NEW : ReturnValue.NONE,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        var told = await Call((client, limited) => client.UpdateItemAsync(request, limited), cancel).ConfigureAwait(false);
        return Settled(edit, told.As(told.IsDone ? new Row(edit.Key, told.Value!.Attributes) : null));
    }

    /// <summary>Nothing when it is not there.</summary>
    public Task<Told<DeleteItemResponse>> Delete(Edit edit, CancellationToken cancel)
    {
        var request = new DeleteItemRequest
        {
            TableName = name,
            Key = edit.Key.Attributes,
            ConditionExpression = edit.Condition,
            ExpressionAttributeNames = edit.Names,
            ExpressionAttributeValues = edit.Values,
        };
        return Call((client, limited) => client.DeleteItemAsync(request, limited), cancel);
    }

    /// <summary>Any call, tried again while that may help.</summary>
    public async Task<Told<T>> Call<T>(Func<IAmazonDynamoDB, CancellationToken, Task<T>> call, CancellationToken cancel)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            var told = await Once(call, cancel).ConfigureAwait(false);
            if (!told.IsRetryable || tries >= patience.Tries) return told;
            await Task.Delay(patience.Pause, cancel).ConfigureAwait(false);
        }
    }

    public static Dictionary<string, AttributeValue> Whole(Edit edit, Dictionary<string, AttributeValue> item)
    {
        var whole = edit.Key.Attributes;
        foreach (var (column, value) in item) whole.Add(column, value);
        whole.Add(Column.Stamp, Cell.Of(edit.Stamp));
        return whole;
    }

    private static Told<Row> Settled(Edit edit, Told<Row> told) => told.IsRefused && told.WasWrittenBy(edit.Stamp) ? new(new Row(edit.Key, told.Old), null) : told;

    private async Task<Told<T>> Once<T>(Func<IAmazonDynamoDB, CancellationToken, Task<T>> call, CancellationToken cancel)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience.Each);
        try
        {
            return new(await call(_client.Value, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false), null);
        }
        catch (ConditionalCheckFailedException refused)
        {
            return new(null, null) { IsRefused = true, Old = refused.Item };
        }
        catch (TransactionCanceledException canceled) when (canceled.CancellationReasons?.Find(r => r.Code == "ConditionalCheckFailed") is { } reason)
        {
            return new(null, null) { IsRefused = true, Old = reason.Item };
        }
        catch (TransactionCanceledException canceled) when (canceled.CancellationReasons?.Exists(r => r.Code == "TransactionConflict") is true)
        {
            // Somebody else is writing one of the items at this moment, or we are: the first try, whose answer was lost.
            return new(null, null) { IsRefused = true, IsRetryable = true };
        }
        catch (Exception e) when (LedgerFailure.Of(e, name, cancel) is { } failure)
        {
            return new(null, failure.Problem) { IsRetryable = failure.IsRetryable };
        }
    }
}
