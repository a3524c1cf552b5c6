using System.Text.RegularExpressions;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

public partial class SampleTests
{
    private static readonly AddressSet SomeInternet = PolicyText.Addresses("203.0.113.7/32", "2001:db8::1/128");

    public static TheoryData<string> Bad => [.. Directory.GetFiles(PolicyText.SampleFolder, "bad-*.yaml").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The sample as it lies beside a program that references Core.</summary>
    private static Policy Packaged
    {
        get
        {
            var reading = PolicyReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml")), "default.yaml");
            Assert.Empty(reading.Diagnostics);
            return Assert.IsType<Policy>(reading.Policy);
        }
    }

    [Fact]
    public void Default_policy_is_packaged_alone_and_only_observes()
    {
        Assert.Equal(Mode.Observe, Packaged.Mode);
        Assert.All(Packaged.Rules, rule => Assert.Null(rule.Mode));
        Assert.Equal(["default.yaml"], Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "policies")).Select(Path.GetFileName));
    }

    [Fact]
    public void Default_policy_numbers_its_rules_and_says_why()
    {
        Assert.All(Packaged.Rules, rule =>
        {
            Assert.Matches("^SG[0-9]{3}$", rule.Id);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Name);
            Assert.EndsWith(".", rule.Why, StringComparison.Ordinal);
        });
        Assert.Equal(Packaged.Rules.Length, Packaged.Rules.Select(rule => rule.Id).Distinct().Count());
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
        Assert.True(rule.Forbids.Covers(TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, port, port), SomeInternet)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(443)]
    public void Default_policy_leaves_the_web_alone(ushort port) =>
        Assert.All(Packaged.Rules, rule => Assert.False(rule.Forbids.Overlaps(TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, port, port), AddressSet.All))));

    [Fact]
    public void Default_policy_leaves_egress_and_private_peers_alone()
    {
        var inside = TrafficSet.Of(ServiceSet.All, PolicyText.Addresses("10.0.0.0/8", "fd00::/8"));
        Assert.All(Packaged.Rules, rule =>
        {
            Assert.Equal(Direction.Ingress, rule.Direction);
            Assert.False(rule.Forbids.Overlaps(inside));
        });
    }

    [Fact]
    public void Default_policy_tells_of_other_ports_without_closing_them()
    {
        var rules = Packaged.Rules.Where(rule => rule.Forbids.Overlaps(TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, 8000, 8000), SomeInternet)));
        Assert.Equal(["SG005 Notify"], rules.Select(rule => $"{rule.Id} {rule.Action}"));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Sample_that_is_wrong_on_purpose_raises_the_codes_it_names(string file)
    {
        var text = File.ReadAllText(Path.Combine(PolicyText.SampleFolder, file));
        var named = CodeName().Matches(text.Split('\n')[0]).Select(match => match.Value);
        var reading = PolicyReader.Read(text, file);
        Assert.Equal(named, PolicyText.Codes(reading));
        Assert.Null(reading.Policy);
    }

    [Fact]
    public void Samples_are_the_default_and_the_wrong_ones() => Assert.Equal(
        ["default.yaml", .. Bad.Select(row => row.Data)],
        Directory.GetFiles(PolicyText.SampleFolder).Select(Path.GetFileName).OfType<string>().OrderBy(name => name.StartsWith("bad-", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal));

    [GeneratedRegex("POL[0-9]{3}")]
    private static partial Regex CodeName();
}
