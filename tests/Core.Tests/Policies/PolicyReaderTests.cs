using System.Security.Cryptography;
using System.Text;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

public class PolicyReaderTests
{
    private const string Full = """
        version: 1
        mode: enforce
        private: [198.51.100.0/24]
        networks:
          office: [203.0.113.0/25]
          vpn: 203.0.113.200
          us: [office, vpn, 'fc00:1::/32']
        services:
          admin: [ssh, tcp/3389]
          app: tcp/8000
        rules:
          - id: ACME-1
            name: admin ports from the internet
            deny: { direction: ingress, service: [admin, app], peer: internet }
            unless: { peer: us }
            groups: any
            severity: critical
            action: notify
            undecided: revoke
            mode: observe
            why: >
              SSH and RDP are reached
              through the VPN.
            controls: [EC2.13, EC2.14, EC2.13]
        """;

    [Fact]
    public void Policy_that_says_everything_is_read_as_it_says()
    {
        var policy = PolicyText.Good(Full);
        Assert.Equal((1, Mode.Enforce, "policy.yaml"), (policy.Version, policy.Mode, policy.Source));
        Assert.True(policy.Private.Covers(PolicyText.Addresses("198.51.100.0/24", "10.0.0.0/8", "fe80::/10", "::1/128")));
        var rule = Assert.Single(policy.Rules);
        Assert.Equal(("ACME-1", "admin ports from the internet", Direction.Ingress), (rule.Id, rule.Name, rule.Direction));
        Assert.Equal((Severity.Critical, RuleAction.Notify, RuleAction.Revoke, Mode.Observe), (rule.Severity, rule.Action, rule.Undecided, rule.Mode));
        Assert.Equal("SSH and RDP are reached through the VPN.", rule.Why);
        Assert.Equal(["EC2.13", "EC2.14"], rule.Controls.AsEnumerable());
        Assert.Equal(new Place("policy.yaml", 12, 5), rule.Place);
        var services = ServiceSet.Ports(Protocol.Tcp, 22, 22).Union(ServiceSet.Ports(Protocol.Tcp, 3389, 3389)).Union(ServiceSet.Ports(Protocol.Tcp, 8000, 8000));
        Assert.Equal(TrafficSet.Of(services, AddressSet.All.Minus(policy.Private)), rule.Deny);
        Assert.Equal(TrafficSet.Of(ServiceSet.All, PolicyText.Addresses("203.0.113.0/25", "203.0.113.200/32", "fc00:1::/32")), rule.Unless);
        Assert.Equal(rule.Deny.Minus(rule.Unless), rule.Forbids);
    }

    [Fact]
    public void Rule_that_says_only_what_it_must_gets_the_defaults()
    {
        var rule = Assert.Single(PolicyText.Good(PolicyText.OneRule("{ peer: internet }")).Rules);
        Assert.Null(rule.Direction);
        Assert.Null(rule.Mode);
        Assert.Equal((Severity.High, RuleAction.Revoke, RuleAction.Notify), (rule.Severity, rule.Action, rule.Undecided));
        Assert.Empty(rule.Controls);
        Assert.True(rule.Unless.IsEmpty);
        Assert.Equal(ServiceSet.All, rule.Deny.Services);
    }

    [Fact]
    public void Mode_that_is_not_set_observes_and_warns()
    {
        var reading = PolicyText.Read("version: 1\nrules: [{ id: R1, name: n, why: w, deny: { peer: internet } }]\n");
        Assert.Equal(Mode.Observe, reading.Policy?.Mode);
        var warning = Assert.Single(reading.Diagnostics);
        Assert.Equal((Codes.ModeUnset.Id, DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        Assert.Contains("mode: enforce", warning.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_is_of_the_text_as_it_was_given()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Full)))[..12];
        Assert.Equal(expected, PolicyText.Good(Full).Digest);
        Assert.NotEqual(expected, PolicyText.Good(Full + "\n# a comment\n").Digest);
    }

    [Theory]
    [InlineData("{\"version\": 1, \"mode\": \"enforce\", \"rules\": [{\"id\": \"R1\", \"name\": \"a \\u00e9 \\/ b\", \"why\": \"w\", \"deny\": {\"peer\": [\"10.0.0.0/8\", \"::/0\"]}}]}")]
    [InlineData("{\n\t\"version\": \"1\",\n\t\"mode\": \"enforce\",\n\t\"rules\": [\n\t\t{\"id\":\"R1\",\"name\":\"a é / b\",\"why\":\"w\",\"deny\":{\"peer\":[\"10.0.0.0/8\",\"::/0\"]}}\n\t]\n}\n")]
    [InlineData("\uFEFF---\nversion: 1\nmode: enforce\nrules:\n- id: R1\n  name: a é / b\n  why: w\n  deny:\n    peer:\n    - 10.0.0.0/8\n    - ::/0\n...\n")]
    [InlineData("version: &one 1\r\nmode: !!str enforce\r\nrules: [ { id: R1, name: \"a \\u00e9 / b\", why: w, deny: { peer: [ 10.0.0.0/8, '::/0' ] } } ]\r\n")]
    public void Policy_reads_the_same_however_its_yaml_or_json_is_laid_out(string text)
    {
        var rule = Assert.Single(PolicyText.Good(text).Rules);
        Assert.Equal("a é / b", rule.Name);
        Assert.Equal(PolicyText.Addresses("10.0.0.0/8", "::/0"), rule.Deny.Addresses);
    }

    [Fact]
    public void Aliases_stand_for_what_they_name()
    {
        var policy = PolicyText.Good($"{PolicyText.Head}rules:\n- {{ id: A, name: n, why: w, deny: {{ service: ssh, peer: &us [203.0.113.0/24] }} }}\n- {{ id: B, name: n, why: w, deny: {{ service: rdp, peer: *us }} }}\n");
        Assert.Equal(policy.Rules[0].Deny.Addresses, policy.Rules[1].Deny.Addresses);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("null-net")]
    [InlineData("true")]
    [InlineData("e1")]
    public void Names_that_look_like_other_things_are_text(string name)
    {
        var policy = PolicyText.Good(PolicyText.OneRule($"{{ peer: {name} }}", above: $"networks:\n  {name}: 203.0.113.0/24\n"));
        Assert.Equal(PolicyText.Addresses("203.0.113.0/24"), policy.Rules[0].Deny.Addresses);
    }

    [Fact]
    public void Policy_with_many_mistakes_is_told_all_of_them_at_once_from_the_top_down()
    {
        var reading = PolicyText.Read("""
            version: 2
            mode: enforcing
            sweep: acting
            networks:
              office: [203.0.113.0/240]
            rules:
              - id: A
                name: n
                deny: { direction: in, service: tcp/99999, peer: nobody }
                severity: urgent
              - id: A
                why: w
                extra: yes
            """);
        Assert.Null(reading.Policy);
        Assert.Equal(
            ["1 POL026", "2 POL027", "3 POL027", "5 POL051", "5 POL032", "7 POL023", "9 POL027", "9 POL033", "9 POL030", "10 POL027", "11 POL023", "11 POL023", "11 POL040", "13 POL021"],
            reading.Diagnostics.Select(d => $"{d.Place.Line} {d.Code}"));
    }

    [Theory]
    [InlineData("serverity", "rules: [{ serverity: high }]", "did you mean `severity`?")]
    [InlineData("networks", "netwroks: {}", "did you mean `networks`?")]
    [InlineData("peer", "rules: [{ deny: { peers: internet } }]", "did you mean `peer`?")]
    [InlineData("enforce", "rules: [{ mode: Enforce }]", "did you mean `enforce`?")]
    [InlineData("internet", "rules: [{ deny: { peer: intrenet } }]", "did you mean `internet`?")]
    [InlineData("anywhere", "rules: [{ deny: { peer: any } }]", "did you mean `anywhere`?")]
    [InlineData("postgres", "rules: [{ deny: { service: postgre } }]", "did you mean `postgres`?")]
    [InlineData("all", "rules: [{ deny: { service: '-1' } }]", "did you mean `all`?")]
    [InlineData("turned", "rules: [{ deny: { service: 22/tcp } }]", "did you mean `tcp/22`?")]
    [InlineData("office", "networks: { office: 10.0.0.0/8 }\nrules: [{ deny: { peer: ofice } }]", "did you mean `office`?")]
    public void Near_misses_are_offered_what_was_meant(string meant, string text, string help) =>
        Assert.True(PolicyText.Read(PolicyText.Head + text).Diagnostics.Any(d => d.Help == help), meant);

    [Fact]
    public void Words_that_are_nothing_like_a_known_one_are_told_what_is_known()
    {
        var diagnostic = PolicyText.Read("version: 1\nmode: xyzzy\n").Diagnostics.First(d => d.Code == "POL027");
        Assert.Equal("expected is `observe`, `enforce`", diagnostic.Help);
    }
}
