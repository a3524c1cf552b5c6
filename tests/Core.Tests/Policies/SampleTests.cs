using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>The default policy, as it is packaged.</summary>
public class SampleTests
{
    /// <summary>Security Hub's EC2.19 (https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19).</summary>
    private static readonly ushort[] HighRiskPorts =
        [20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300];

    private static readonly AddressSet SomeInternet = PolicyText.Addresses("203.0.113.7/32", "2001:db8::1/128");

    /// <summary>The sample as it lies beside a program that references Core.</summary>
    private static Policy Packaged
    {
        get
        {
            var (policy, diagnostics) = SampleFiles.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml")), "default.yaml");
            Assert.Empty(diagnostics);
            return Assert.IsType<Policy>(policy);
        }
    }

    private static IEnumerable<Rule> AboutTheInternet => Packaged.Rules.Where(rule => rule.Id != "SG007");

    [Fact]
    public void Default_policy_is_packaged_alone_and_only_observes()
    {
        Assert.Equal(Mode.Observe, Packaged.Mode);
        Assert.All(Packaged.Rules, rule => Assert.Null(rule.Mode));
        Assert.Equal(["default.yaml"], Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "policies")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(22, "SG001")]
    [InlineData(3389, "SG001")]
    [InlineData(23, "SG001")]
    [InlineData(5900, "SG001")]
    [InlineData(5986, "SG001")]
    [InlineData(3306, "SG002")]
    [InlineData(5432, "SG002")]
    [InlineData(6379, "SG002")]
    [InlineData(27017, "SG002")]
    [InlineData(2375, "SG003")]
    [InlineData(6443, "SG003")]
    [InlineData(445, "SG004")]
    [InlineData(21, "SG004")]
    public void Default_policy_revokes_what_must_not_face_the_internet_in_both_families(ushort port, string id)
    {
        var rule = Packaged.Rules.Single(rule => rule.Id == id);
        Assert.Equal((Direction.Ingress, RuleAction.Revoke), (rule.Direction, rule.Action));
        Assert.True(rule.Forbids.Covers(Tcp(port)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(443)]
    public void Default_policy_leaves_the_web_alone(ushort port) =>
        Assert.All(AboutTheInternet, rule => Assert.False(rule.Forbids.Overlaps(TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, port, port), AddressSet.All))));

    [Fact]
    public void Default_policy_leaves_egress_and_private_peers_alone_but_for_default_groups()
    {
        var inside = TrafficSet.Of(ServiceSet.All, PolicyText.Addresses("10.0.0.0/8", "fd00::/8"));
        Assert.All(AboutTheInternet, rule =>
        {
            Assert.Equal(Direction.Ingress, rule.Direction);
            Assert.False(rule.Forbids.Overlaps(inside));
        });
    }

    [Fact]
    public void Default_policy_tells_of_other_ports_without_closing_them()
    {
        var rules = AboutTheInternet.Where(rule => rule.Forbids.Overlaps(Tcp(8000)));
        Assert.Equal(["SG005 Notify"], rules.Select(rule => $"{rule.Id} {rule.Action}"));
    }

    [Fact]
    public void Default_policy_names_every_high_risk_port_of_its_control_in_a_rule_that_answers_it()
    {
        var answering = Packaged.Rules.Where(rule => rule.Controls.Contains("EC2.19")).ToList();
        Assert.All(HighRiskPorts, port => Assert.Contains(answering, rule => rule.Forbids.Covers(Tcp(port))));
    }

    [Fact]
    public void Default_policy_tells_of_every_tcp_port_but_the_authorised_ones_of_its_control_and_OpenVPN()
    {
        var answering = Packaged.Rules.Where(rule => rule.Controls.Contains("EC2.18")).Aggregate(TrafficSet.Empty, (sum, rule) => sum.Union(rule.Forbids));
        var untold = TrafficSet.Of(ServiceSet.Whole(Protocol.Tcp), SomeInternet).Minus(answering);
        Assert.Equal("tcp/80, tcp/443, tcp/1194", untold.Services.ToString());
    }

    [Fact]
    public void Default_policy_lets_default_groups_open_nothing()
    {
        var rule = Packaged.Rules.Single(rule => rule.Controls.Contains("EC2.2"));
        Assert.Null(rule.Direction);
        Assert.True(rule.Forbids.Covers(TrafficSet.All));
        Assert.Equal(RuleAction.Notify, rule.Action);
    }

    private static TrafficSet Tcp(ushort port) => TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, port, port), SomeInternet);
}
