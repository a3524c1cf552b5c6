using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Remediator.Aws.Ledger;
using Remediator.Sandbox;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Books;

/// <summary>One moto for all tests of the table; each test has a table of its own.</summary>
public sealed class Account : IAsyncLifetime
{
    private const string Region = "eu-west-1";

    /// <summary>Generous: a test that waits for something slow is no faster when it gives up.</summary>
    private static readonly Patience Patient = new(TimeSpan.FromSeconds(30), 2, TimeSpan.FromMilliseconds(10));

    private LocalAws? _moto;
    private string? _why;

    public async ValueTask InitializeAsync()
    {
        _why = await LocalAws.WhyUnavailableAsync();
        if (_why is null) _moto = await LocalAws.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_moto is not null) await _moto.DisposeAsync();
    }

    /// <summary>The calls that are made through the client are noted by their operations.</summary>
    public AmazonDynamoDBClient Client(ConcurrentQueue<string>? calls = null)
    {
        Assert.SkipWhen(_moto is null, _why ?? "");
        var config = new AmazonDynamoDBConfig { ServiceURL = _moto!.Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0, HttpClientFactory = new OneAtATime(calls ?? new()) };
        return new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
    }

    /// <summary>An empty table. No TTL: ends are by the clock.</summary>
    public async Task<string> MakeTable()
    {
        Assert.SkipWhen(_moto is null, _why ?? "");
        using var session = new AwsSession(_moto!.Endpoint, Caller.ConsoleUser(LocalAws.Account), Region);
        var name = "ledger-" + Guid.NewGuid().ToString("N");
        await LedgerTable.CreateAsync(session, name);
        return name;
    }

    public Ports.Books Open(string table, ConcurrentQueue<string>? calls = null) => TableBooks.Open(table, () => Client(calls), Patient);
}
