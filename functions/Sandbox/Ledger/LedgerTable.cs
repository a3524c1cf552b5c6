using System.Text.Json.Nodes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ledger;

/// <summary>The ledger's DynamoDB table as template.yaml deploys it, made in a local AWS. TTL stays off: the code needs none to be right.</summary>
public static class LedgerTable
{
    /// <summary>How the Sandbox calls its table.</summary>
    public const string Name = "remediator-ledger";

    /// <summary>The body of CreateTable, without the name
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html).</summary>
    public static JsonObject Schema => JsonNode.Parse(Embedded.Text("ledger-table.json"))!.AsObject();

    /// <summary>Makes an empty table, ready when this returns.</summary>
    /// <exception cref="SandboxException">AWS refused: there is one of this name already, for example.</exception>
    public static async Task CreateAsync(AwsSession session, string name = Name, CancellationToken cancellation = default)
    {
        var body = Schema;
        body["TableName"] = name;
        await session.DynamoDbAsync("CreateTable", body, cancellation);
    }
}
