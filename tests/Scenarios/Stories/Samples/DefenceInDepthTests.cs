namespace Remediator.Scenarios.Stories.Samples;

/// <summary>Default groups that open nothing, one trusted computer, databases out of reach of the public subnets, and few addresses in sum.</summary>
public sealed class DefenceInDepthTests(DefenceInDepthTown town) : Story(town), IClassFixture<DefenceInDepthTown>
{
    private const string Outbound = "all to 0.0.0.0/0";

    [Fact]
    public async Task Each_line_holds()
    {
        var network = new Network(Town);
        await network.Build(("web-1", [("Tier", "web")]), ("orders", [("Tier", "db-orders")]));
        await network.FindDefault();

        var before = await network.Holds("default");
        await network.Open("default", "tcp/443 from 10.0.0.0/16");
        await network.Open("default", "tcp/443 to 10.0.0.0/16");
        Assert.Equal(before, await network.Holds("default"));

        await network.Open("web-1", "tcp/443 from 0.0.0.0/0", "tcp/22 from 172.31.1.2/32", "tcp/8443 from 203.0.113.0/24");
        await network.Open("web-1", "tcp/22 from 172.31.0.0/16");
        await network.Open("web-1", "tcp/8443 from 198.51.100.0/24");
        Assert.Equal([Outbound, "tcp/22 from 172.31.1.2/32", "tcp/443 from 0.0.0.0/0", "tcp/8443 from 203.0.113.0/24"], await network.Holds("web-1"));

        await network.Open("orders", "tcp/3306 from web-1", "tcp/22 from 172.31.1.2/32");
        await network.Open("orders", "tcp/3306 from 172.31.2.0/24", "tcp/5432 from 0.0.0.0/0");
        Assert.Equal(["tcp/22 from 172.31.1.2/32", "tcp/3306 from web-1"], await network.Holds("orders"));
    }
}
