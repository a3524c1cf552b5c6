using Amazon;
using Amazon.DynamoDBv2;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Aws.Ledger;

/// <summary>The ledger's table behind the core's ports. Nothing is called, and no client made, before it is needed.</summary>
public static class TableBooks
{
    /// <summary>Credentials, region and endpoint as the AWS SDK finds them.</summary>
    /// <param name="table">The table's name; it has to be there (template.yaml makes it).</param>
    /// <param name="region">Null: the region that the environment says.</param>
    public static Books Open(string table, string? region = null) => Open(table, () => Client(region), Patience.Usual);

    /// <param name="connect">Makes the client, once. It should not try again by itself: then a call may take longer than
    /// <paramref name="patience"/> says.</param>
    public static Books Open(string table, Func<IAmazonDynamoDB> connect, Patience patience)
    {
        var one = new LedgerTable(table, connect, patience);
        return new(new TableLedger(one, Timing.Lease), new TableAgreements(one), new TableSwitch(one), new TableTallies(one), new TableOutbox(one), new TableNotebook(one), new TableMeasures(one));
    }

    private static AmazonDynamoDBClient Client(string? region)
    {
        var config = new AmazonDynamoDBConfig { MaxErrorRetry = 0, Timeout = Patience.Usual.Each, ConnectTimeout = TimeSpan.FromSeconds(1) };
        if (region is not null) config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return new(config);
    }
}
