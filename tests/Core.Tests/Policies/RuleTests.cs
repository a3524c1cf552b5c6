using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

public class RuleTests
{
    private const string Deny = "{ service: ssh, peer: 203.0.113.0/24 }";

    private static ImmutableArray<Rule> Rules(string deny, string unless) => PolicyText.Good(PolicyText.OneRule(deny, unless)).Rules;

    public static TheoryData<string, string> Words => new()
    {
        { "severity: informational", "Informational" }, { "severity: low", "Low" }, { "severity: medium", "Medium" }, { "severity: high", "High" },
        { "severity: critical", "Critical" }, { "action: notify", "Notify" }, { "action: revoke", "Revoke" }, { "undecided: notify", "Notify" },
        { "undecided: revoke", "Revoke" }, { "mode: observe", "Observe" }, { "mode: enforce", "Enforce" }, { "direction: ingress", "Ingress" }, { "direction: egress", "Egress" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_mean_what_they_say(string words, string meaning)
    {
        var inDeny = words.StartsWith("direction", StringComparison.Ordinal);
        var text = PolicyText.OneRule(inDeny ? $"{{ {words} }}" : "{ peer: internet }");
        var rule = Assert.Single(PolicyText.Good(inDeny ? text : text.Replace("why: because", $"why: because\n  {words}", StringComparison.Ordinal)).Rules);
        object? read = words.Split(':')[0] switch
        {
            "severity" => rule.Severity,
            "action" => rule.Action,
            "undecided" => rule.Undecided,
            "mode" => rule.Mode,
            _ => rule.Direction,
        };
        Assert.Equal(meaning, read?.ToString());
    }

    [Fact]
    public void Exception_without_a_direction_is_for_the_directions_of_the_rule()
    {
        var rule = Assert.Single(Rules(Deny, "{ peer: 203.0.113.0/25 }"));
        Assert.Null(rule.Direction);
        Assert.Equal(PolicyText.Addresses("203.0.113.128/25"), rule.Forbids.Addresses);
    }

    [Fact]
    public void Exception_for_one_direction_leaves_the_other_forbidden()
    {
        var rules = Rules(Deny, "{ direction: ingress, peer: 203.0.113.0/25 }");
        Assert.Equal([Direction.Ingress, Direction.Egress], rules.Select(rule => rule.Direction));
        Assert.Equal(["R1", "R1"], rules.Select(rule => rule.Id));
        Assert.Equal(PolicyText.Addresses("203.0.113.128/25"), rules[0].Forbids.Addresses);
        Assert.Equal(PolicyText.Addresses("203.0.113.0/24"), rules[1].Forbids.Addresses);
    }

    [Fact]
    public void Exception_for_the_other_direction_allows_nothing()
    {
        var reading = PolicyText.Read(PolicyText.OneRule("{ direction: egress, service: smtp, peer: internet }", "{ direction: ingress }"));
        Assert.Equal(["POL056"], PolicyText.Codes(reading));
        var rule = Assert.Single(reading.Policy!.Rules);
        Assert.Equal(rule.Deny, rule.Forbids);
    }

    [Fact]
    public void Exception_that_swallows_one_direction_only_is_no_dead_rule()
    {
        var rules = Rules(Deny, "{ direction: ingress, peer: anywhere }");
        Assert.True(rules[0].Forbids.IsEmpty);
        Assert.False(rules[1].Forbids.IsEmpty);
    }

    [Fact]
    public void Exception_by_service_leaves_the_other_services_of_the_same_peers()
    {
        var rule = Assert.Single(Rules("{ direction: ingress, peer: anywhere }", "{ service: [http, https] }"));
        Assert.False(rule.Forbids.Services.Overlaps(ServiceSet.Ports(Protocol.Tcp, 443, 443)));
        Assert.True(rule.Forbids.Services.Covers(ServiceSet.Ports(Protocol.Tcp, 444, 65535)));
        Assert.True(rule.Forbids.Services.Covers(ServiceSet.Whole(Protocol.Udp)));
    }

    [Theory]
    [InlineData("severity: low", "severity: high")]
    [InlineData("action: notify", "action: revoke")]
    [InlineData("mode: observe", "mode: enforce")]
    [InlineData("undecided: notify", "undecided: revoke")]
    public void Rule_that_is_stronger_than_a_wider_one_is_not_shadowed(string wide, string narrow)
    {
        var text = $"{PolicyText.Head}rules:\n- {{ id: A, name: n, why: w, deny: {{ service: tcp }}, {wide} }}\n- {{ id: B, name: n, why: w, deny: {{ service: ssh }}, {narrow} }}\n";
        Assert.Equal(2, PolicyText.Good(text).Rules.Length);
    }

    [Fact]
    public void Rule_that_a_wider_one_for_the_other_direction_covers_is_not_shadowed() => PolicyText.Good(
        $"{PolicyText.Head}rules:\n- {{ id: A, name: n, why: w, deny: {{ direction: egress, service: tcp }} }}\n- {{ id: B, name: n, why: w, deny: {{ direction: ingress, service: ssh }} }}\n");

    [Fact]
    public void Networks_that_a_rule_uses_by_way_of_another_are_used() => PolicyText.Good(
        PolicyText.OneRule("{ peer: us }", above: "networks:\n  office: 203.0.113.0/24\n  us: [office]\n"));

    [Fact]
    public void Word_that_could_not_be_read_never_brings_its_default_into_force()
    {
        var reading = PolicyText.Read(PolicyText.OneRule(Deny).Replace("why: because", "why: because\n  action: notfiy", StringComparison.Ordinal));
        Assert.Null(reading.Policy);
        Assert.Equal(["POL027"], PolicyText.Codes(reading));
    }
}
