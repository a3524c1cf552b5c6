using System.Text.Json.Nodes;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>Lets time pass for the letters in the ledger's outbox: what is to be tried again later is tried now, by OnSchedule.</summary>
internal sealed class OutboxRounds(SandboxAccount account) : IDisposable
{
    private const int MostRounds = 5;
    private readonly AwsSession _session = account.As(Caller.CommandLineUser(SandboxAccount.Account, "AKIASANDBOXSETUP0000"));
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Returns when nothing is left in it, or when trying again does not help.</summary>
    public async Task EmptyAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            for (var round = 0; round < MostRounds && await HurryAsync(cancellation); round++)
                await account.ScheduleAsync(cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _oneAtATime.Dispose();
    }

    /// <summary>Makes every letter due; false when there is none.</summary>
    private async Task<bool> HurryAsync(CancellationToken cancellation)
    {
        var waiting = await _session.DynamoDbAsync("Query", JsonNode.Parse($$"""
            { "TableName": "{{LedgerTable.Name}}", "IndexName": "due", "KeyConditionExpression": "#queue = :outbox",
              "ExpressionAttributeNames": { "#queue": "queue" }, "ExpressionAttributeValues": { ":outbox": { "S": "outbox" } } }
            """)!.AsObject(), cancellation);
        foreach (var letter in waiting["Items"]!.AsArray())
        {
            await _session.DynamoDbAsync("UpdateItem", new JsonObject
            {
                ["TableName"] = LedgerTable.Name,
                ["Key"] = new JsonObject { ["pk"] = letter!["pk"]!.DeepClone(), ["sk"] = letter["sk"]!.DeepClone() },
                ["UpdateExpression"] = "SET due = :now",
                ["ConditionExpression"] = "attribute_exists(pk)",
                ["ExpressionAttributeValues"] = new JsonObject { [":now"] = new JsonObject { ["N"] = "0" } },
            }, cancellation);
        }
        return waiting["Items"]!.AsArray().Count > 0;
    }
}
