using System.Text.Json.Nodes;
using Remediator.Sandbox;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Sandbox;

/// <summary>The ledger's table in the local AWS: what waits for somebody is found by its queue and its time.</summary>
[Collection<ProxyCollection>]
public sealed class LedgerTableTests(ProxyFixture aws)
{
    [Fact]
    public async Task What_is_due_is_found_by_its_queue_and_every_call_is_noted_by_its_name()
    {
        using var session = new AwsSession(aws.Proxy.Endpoint, Caller.ConsoleUser(ProxyFixture.Account), "eu-west-1");
        var table = $"ledger-{Guid.NewGuid():N}";
        await LedgerTable.CreateAsync(session, table);
        await session.DynamoDbAsync("PutItem", Item(table, "entry#1", """{ "queue": { "S": "held" }, "due": { "N": "1000" }, "claim": { "S": "kept" } }"""));
        await session.DynamoDbAsync("PutItem", Item(table, "entry#2", """{ "queue": { "S": "held" }, "due": { "N": "3000" } }"""));
        await session.DynamoDbAsync("PutItem", Item(table, "entry#3", "{}"));

        var due = await session.DynamoDbAsync("Query", JsonNode.Parse($$"""
            { "TableName": "{{table}}", "IndexName": "due", "KeyConditionExpression": "#q = :q AND due <= :now", "ExpressionAttributeNames": { "#q": "queue" },
              "ExpressionAttributeValues": { ":q": { "S": "held" }, ":now": { "N": "2000" } } }
            """)!.AsObject());

        var found = Assert.Single(due["Items"]!.AsArray());
        Assert.Equal("kept", found!["claim"]!["S"]!.ToString());
        Assert.Contains(aws.Proxy.Calls.All, call => call.Action == "dynamodb:Query" && call.Error is null && call.Request.Contains(table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_is_noted_with_its_code()
    {
        using var session = new AwsSession(aws.Proxy.Endpoint, Caller.ConsoleUser(ProxyFixture.Account), "eu-west-1");
        var refused = await Assert.ThrowsAsync<SandboxException>(() => session.DynamoDbAsync("PutItem", Item("no-such-table", "entry#1", "{}")));
        Assert.Contains("ResourceNotFoundException", refused.Message, StringComparison.Ordinal);
        Assert.Contains(aws.Proxy.Calls.All, call => call.Action == "dynamodb:PutItem" && call.Error == "ResourceNotFoundException");
    }

    private static JsonObject Item(string table, string key, string attributes)
    {
        var item = JsonNode.Parse(attributes)!.AsObject();
        item["pk"] = new JsonObject { ["S"] = key };
        item["sk"] = new JsonObject { ["S"] = "entry" };
        return new JsonObject { ["TableName"] = table, ["Item"] = item };
    }
}
