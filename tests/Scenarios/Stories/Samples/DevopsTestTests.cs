namespace Remediator.Scenarios.Stories.Samples;

/// <summary>The network `devops-test`, built and tried in each of its groups.</summary>
public sealed class DevopsTestTests(DevopsTestTown town) : Story(town), IClassFixture<DevopsTestTown>
{
    private const string Outbound = "all to 0.0.0.0/0";

    [Fact]
    public async Task Each_group_keeps_what_it_is_for_and_nothing_else()
    {
        var network = new Network(Town);
        const string web = "devops-test-ec2-sg-1", vpn = "devops-test-pre-prod-vpn-1", aurora = "devops-test-pre-prod-aurora-sg-1", alb = "my-alb-1";
        await network.Build((web, []), (vpn, []), (aurora, []), (alb, []));

        await network.Open(web, "tcp/80 from 0.0.0.0/0", "tcp/443 from 0.0.0.0/0", "tcp/22 from 202.131.107.130/32");
        await network.Open(web, "tcp/0-65535 from 0.0.0.0/0");
        await network.Open(web, "tcp/3000 from 0.0.0.0/0");
        Assert.Equal([Outbound, "tcp/22 from 202.131.107.130/32", "tcp/22 from 202.131.110.138/32", "tcp/443 from 0.0.0.0/0", "tcp/80 from 0.0.0.0/0"], await network.Holds(web));

        await network.Open(vpn, "udp/1194 from 0.0.0.0/0", "tcp/443 from 0.0.0.0/0", "tcp/80 from 0.0.0.0/0", "tcp/22 from 202.131.110.138/32");
        await network.Open(vpn, "tcp/22 from 128.0.0.0/1", "tcp/1194 from 0.0.0.0/0");
        Assert.Equal(
            [Outbound, "tcp/22 from 202.131.107.130/32", "tcp/22 from 202.131.110.138/32", "tcp/443 from 0.0.0.0/0", "tcp/80 from 0.0.0.0/0", "udp/1194 from 0.0.0.0/0"],
            await network.Holds(vpn));

        await network.Open(aurora, $"tcp/3306 from {web}");
        await network.Open(aurora, "tcp/3306 from 10.0.0.0/16", $"tcp/3306 from {vpn}");
        Assert.Equal([Outbound, $"tcp/3306 from {web}"], await network.Holds(aurora));

        await network.Open(alb, "tcp/80 from 202.131.107.130/32", "tcp/443 from 202.131.110.138/32");
        await network.Open(alb, "tcp/443 from 198.51.100.0/24", "tcp/8443 from 202.131.107.130/32");
        Assert.Equal([Outbound, "tcp/443 from 202.131.110.138/32", "tcp/80 from 202.131.107.130/32"], await network.Holds(alb));
    }
}
