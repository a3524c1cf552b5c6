using static Remediator.Scenarios.Stories.PolicyTown;

namespace Remediator.Scenarios.Stories.Samples;

/// <summary>The three-tier platform: terraform builds it, and somebody tries each tier by hand.</summary>
public sealed class ThreeTierTests(ThreeTierTown town) : Story(town), IClassFixture<ThreeTierTown>
{
    private const string Outbound = "all to 0.0.0.0/0";

    [Fact]
    public async Task Each_tier_keeps_what_the_reference_names_and_nothing_else()
    {
        var network = new Network(Town);
        (string, string)[] managed = [("ManagedBy", "terraform")];
        await network.Build(("bastion-sg", managed), ("frontend-sg", managed), ("backend-sg", managed), ("database-sg", managed), ("redis-sg", managed), ("vpc-endpoints-sg", managed));

        await network.OpenAs(Terraform, "bastion-sg", "tcp/22 from 203.0.113.0/24");
        await network.Open("bastion-sg", "tcp/22 from 0.0.0.0/0");
        Assert.Equal([Outbound, "tcp/22 from 203.0.113.0/24"], await network.Holds("bastion-sg"));

        await network.OpenAs(Terraform, "frontend-sg", "tcp/80 from 0.0.0.0/0", "tcp/443 from 0.0.0.0/0");
        await network.Open("frontend-sg", "tcp/8080-8090 from 0.0.0.0/0");
        Assert.Equal([Outbound, "tcp/443 from 0.0.0.0/0", "tcp/80 from 0.0.0.0/0"], await network.Holds("frontend-sg"));

        await network.OpenAs(Terraform, "backend-sg", "tcp/8000 from frontend-sg", "tcp/22 from bastion-sg", "tcp/6379 from redis-sg");
        await network.Open("backend-sg", "tcp/8000 from 0.0.0.0/0", "tcp/22 from 10.0.0.0/16");
        Assert.Equal([Outbound, "tcp/22 from bastion-sg", "tcp/6379 from redis-sg", "tcp/8000 from frontend-sg"], await network.Holds("backend-sg"));

        await network.OpenAs(Terraform, "database-sg", "tcp/5432 from backend-sg", "tcp/5432 from bastion-sg");
        await network.Open("database-sg", "tcp/5432 from 0.0.0.0/1", "tcp/5432 from frontend-sg");
        await network.OpenAs(Terraform, "database-sg", "tcp/5432 from 10.0.0.0/16");
        Assert.Equal(["tcp/5432 from backend-sg", "tcp/5432 from bastion-sg"], await network.Holds("database-sg"));

        await network.OpenAs(Terraform, "redis-sg", "tcp/6379 from backend-sg", "tcp/6379 from bastion-sg", "tcp/16379 from redis-sg");
        await network.OpenAs(Terraform, "redis-sg", "tcp/16379 to redis-sg");
        await network.Open("redis-sg", "tcp/6379 from 0.0.0.0/0");
        await network.Open("redis-sg", "tcp/443 to 0.0.0.0/0");
        Assert.Equal(["tcp/16379 from redis-sg", "tcp/16379 to redis-sg", "tcp/6379 from backend-sg", "tcp/6379 from bastion-sg"], await network.Holds("redis-sg"));

        await network.OpenAs(Terraform, "vpc-endpoints-sg", "tcp/443 from 10.0.0.0/16", "tcp/80 from 10.0.0.0/16");
        await network.Open("vpc-endpoints-sg", "tcp/443 from 0.0.0.0/0");
        Assert.Equal(["tcp/443 from 10.0.0.0/16", "tcp/80 from 10.0.0.0/16"], await network.Holds("vpc-endpoints-sg"));
    }

    [Fact]
    public async Task Who_closes_the_way_to_the_database_by_hand_finds_it_open_again()
    {
        var network = new Network(Town);
        await network.Build(("prod-bastion-sg", []), ("prod-backend-sg", []), ("prod-database-sg", []));
        await network.OpenAs(Terraform, "prod-database-sg", "tcp/5432 from prod-backend-sg", "tcp/5432 from prod-bastion-sg");

        await network.CloseAs(Alice, "prod-database-sg", "tcp/5432 from prod-backend-sg");

        Assert.Equal(["tcp/5432 from prod-backend-sg", "tcp/5432 from prod-bastion-sg"], await network.Holds("prod-database-sg"));
    }
}
