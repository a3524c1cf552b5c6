namespace Remediator.Scenarios.Stories.Samples;

/// <summary>The shop: its tiers by tag, databases and the peered VPC by reference, and no mail on port 25 from anywhere.</summary>
public sealed class ShopTests(ShopTown town) : Story(town), IClassFixture<ShopTown>
{
    // What is left of `all to 0.0.0.0/0`, with which every group is made: of web and app, what SG310 would not tell of either.
    private static readonly string[] Outbound = ["icmp to 0.0.0.0/0", "tcp/0-24 to 0.0.0.0/0", "tcp/26-65535 to 0.0.0.0/0", "udp/0-65535 to 0.0.0.0/0"];
    private static readonly string[] Calls = ["tcp/443 to 198.51.100.0/24", "tcp/465 to 0.0.0.0/0", "tcp/587 to 0.0.0.0/0"];

    [Fact]
    public async Task Each_tier_keeps_what_the_shop_needs_and_nothing_else()
    {
        var network = new Network(Town);
        await network.Build([.. new[] { "web", "alb", "app", "tools", "database", "lambda", "bastion", "private", "payments" }.Select(role => (role, new[] { ("Role", role) }))]);

        await network.Open("web", "tcp/80 from 0.0.0.0/0", "tcp/443 from 0.0.0.0/0", "tcp/22 from 203.0.113.0/24");
        await network.Open("web", "tcp/22 from 0.0.0.0/1");
        Assert.Equal(With(Calls, "tcp/22 from 203.0.113.0/24", "tcp/443 from 0.0.0.0/0", "tcp/80 from 0.0.0.0/0"), await network.Holds("web"));

        await network.Open("alb", "tcp/443 from 0.0.0.0/0");
        await network.Open("alb", "tcp/8080 from 0.0.0.0/0");
        Assert.Equal(With(Outbound, "tcp/443 from 0.0.0.0/0"), await network.Holds("alb"));

        await network.Open("app", "tcp/80 from alb", "tcp/443 from payments", "tcp/22 from bastion");
        await network.Open("app", "tcp/80 from 0.0.0.0/0", "tcp/22 from 10.0.0.0/16", "tcp/80 from web");
        Assert.Equal(With(Calls, "tcp/22 from bastion", "tcp/443 from payments", "tcp/80 from alb"), await network.Holds("app"));

        await network.Open("tools", "tcp/8080 from 203.0.113.0/24");
        await network.Open("tools", "tcp/8080 from 0.0.0.0/0");
        await network.Open("tools", "tcp/25 to 198.51.100.7/32");
        Assert.Equal(With(Outbound, "tcp/8080 from 203.0.113.0/24"), await network.Holds("tools"));

        await network.Open("database", "tcp/3306 from app", "tcp/3306 from lambda");
        await network.Open("database", "tcp/5432 from lambda", "tcp/3306 from 10.0.1.0/24");
        Assert.Equal(["tcp/3306 from app", "tcp/3306 from lambda"], await network.Holds("database"));

        await network.Open("bastion", "tcp/22 from 203.0.113.0/24");
        await network.Open("bastion", "tcp/22 from 0.0.0.0/0");
        Assert.Equal(With(Outbound, "tcp/22 from 203.0.113.0/24"), await network.Holds("bastion"));

        await network.Open("private", "tcp/22 from bastion");
        await network.Open("private", "tcp/22 from web");
        Assert.Equal(With(Outbound, "tcp/22 from bastion"), await network.Holds("private"));

        await network.Open("payments", "tcp/443 from app");
        await network.Open("payments", "tcp/443 from 10.1.0.0/16");
        Assert.Equal(With(Outbound, "tcp/443 from app"), await network.Holds("payments"));
    }

    private static string[] With(string[] egress, params string[] ingress) => [.. ingress.Concat(egress).Order(StringComparer.Ordinal)];
}
