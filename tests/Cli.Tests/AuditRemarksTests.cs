namespace Remediator.Cli.Tests;

/// <summary>What an audit tells besides verdicts: drift, what is redundant, what is not documented.</summary>
public sealed class AuditRemarksTests : IDisposable
{
    private const string Policy = """
        version: 1
        mode: enforce
        groups:
          web: { tags: { Tier: web } }
        rules:
          - { id: SG001, name: no-telnet, deny: { direction: ingress, service: tcp/23, peer: internet }, why: it is in the clear }
        baselines:
          - group: web
            id: WEB
            ingress: [{ id: from_lb, service: https, peer: 203.0.113.0/24, why: the load balancer }, { id: health, service: tcp/8080, peer: 203.0.113.7/32, why: health checks }]
            missing: restore
            why: the web tier is what its baseline says
        requirements:
          - id: DOC001
            name: rules-are-documented
            permission: { direction: ingress, description: "SG-*" }
            why: auditors ask
        guardrails: { revocations-per-hour: { account: 50 }, fight: { times: 3, minutes: 60 } }
        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Text_tells_what_is_missing_redundant_and_not_documented_under_its_group()
    {
        var answer = Audit();
        Assert.Equal((2, ""), (answer.Exit, answer.Error));
        Assert.Equal("""
            sg-0a  web  vpc-0a
              ✗ medium  tcp/443  from 0.0.0.0/0  notify  WEB (baseline)
                        forbidden: 4,294,967,040 IPv4 addresses, more than 99.9% of the IPv4 internet
              - missing    tcp/8080 from 203.0.113.7/32  WEB health: health checks; would be put back
              = redundant  tcp/443 from 203.0.113.128/25  admitted by tcp/443 from 203.0.113.0/24
              ! lapse      tcp/443 from 203.0.113.128/25  DOC001 rules-are-documented: expected a description like `SG-*`, read no description

            ✗ 1 violation, 0 undecided in 1 of 2 groups, 2 compliant; 1 missing, 1 redundant, 1 lapse

            """, answer.Out[answer.Out.IndexOf("sg-0a", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Json_has_a_list_of_each()
    {
        var json = Audit("--format", "json").Json;
        Same("""
            [{ "account": "111122223333", "region": "eu-west-1", "groupId": "sg-0a", "direction": "ingress", "baseline": "WEB", "entry": "health", "file": "policy.yaml", "line": 10, "column": 94,
               "severity": "medium", "missing": [{ "protocol": "tcp", "fromPort": 8080, "toPort": 8080, "peer": "203.0.113.7/32" }], "restore": true, "why": "health checks" }]
            """, json.GetProperty("drift"));
        Same("""
            [{ "account": "111122223333", "region": "eu-west-1", "groupId": "sg-0a", "direction": "ingress", "protocol": "tcp", "fromPort": 443, "toPort": 443, "peer": "203.0.113.128/25",
               "coveredBy": [{ "protocol": "tcp", "fromPort": 443, "toPort": 443, "peer": "203.0.113.0/24" }] }]
            """, json.GetProperty("redundant"));
        Same("""
            [{ "account": "111122223333", "region": "eu-west-1", "groupId": "sg-0a", "requirement": "DOC001", "name": "rules-are-documented", "file": "policy.yaml", "line": 14, "column": 5,
               "severity": "low", "direction": "ingress", "permission": { "protocol": "tcp", "fromPort": 443, "toPort": 443, "peer": "203.0.113.128/25" },
               "expected": "a description like `SG-*`", "read": "no description", "known": true, "why": "auditors ask" }]
            """, json.GetProperty("lapses"));
        var summary = json.GetProperty("summary");
        Assert.Equal((1, 1, 1), (summary.GetProperty("missing").GetInt32(), summary.GetProperty("redundant").GetInt32(), summary.GetProperty("lapses").GetInt32()));
    }

    [Fact]
    public void Lapses_alone_and_what_is_missing_alone_end_with_0()
    {
        var groups = Sample.Groups(Sample.Group("sg-0a", Https("203.0.113.0/24", "no number")));
        var answer = _desk.Run("audit", "--policy", _desk.File("policy.yaml", Policy), "--input", _desk.File("groups.json", groups));
        Assert.Equal((0, "✓ no violations, 0 undecided, 1 compliant; 1 missing, 1 lapse"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains("  ! lapse      tcp/443 from 203.0.113.0/24  DOC001", answer.Out);
    }

    [Fact]
    public void Entry_without_a_reason_is_told_without_one()
    {
        string[] arguments = ["audit", "--policy", _desk.File("policy.yaml", Policy.Replace(", why: health checks", "")), "--input", _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Https("203.0.113.0/24", "SG-1"))))];
        Assert.Contains("  - missing    tcp/8080 from 203.0.113.7/32  WEB health; would be put back", _desk.Run(arguments).Out);
        Assert.False(_desk.Run([.. arguments, "--format", "json"]).Json.GetProperty("drift")[0].TryGetProperty("why", out _));
    }

    [Fact]
    public void What_the_input_does_not_tell_is_not_known_and_no_lapse()
    {
        var policy = Policy.Replace("description: \"SG-*\"", "tags: { Justification: \"*\" }");
        var groups = Sample.Groups(Sample.Group("sg-0b", Https("203.0.113.0/24", "x")).Replace("\"Value\": \"web\"", "\"Value\": \"db\""));
        var answer = _desk.Run("audit", "--policy", _desk.File("policy.yaml", policy), "--input", _desk.File("groups.json", groups));
        Assert.Contains("  ? not known  tcp/443 from 203.0.113.0/24  DOC001 rules-are-documented: expected a tag `Justification` like `*`, read no tags at all: they were not asked for", answer.Out);
    }

    [Fact]
    public void Tags_of_rules_come_from_the_rules_and_so_do_their_ids()
    {
        var policy = Policy.Replace("description: \"SG-*\"", "tags: { Justification: \"?*\" }");
        var groups = _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0b", Https("203.0.113.0/24", "x"), Https("198.51.100.0/24", "y")).Replace("\"Value\": \"web\"", "\"Value\": \"db\"")));
        var rules = _desk.File("rules.json", """
            { "SecurityGroupRules": [
              { "SecurityGroupRuleId": "sgr-01", "GroupId": "sg-0b", "IsEgress": false, "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv4": "203.0.113.0/24", "Tags": [{ "Key": "Justification", "Value": "lb" }] },
              { "SecurityGroupRuleId": "sgr-02", "GroupId": "sg-0b", "IsEgress": false, "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv4": "198.51.100.0/24", "Tags": [] }] }
            """);
        string[] arguments = ["audit", "--policy", _desk.File("policy.yaml", policy), "--input", groups, "--rules", rules];
        Assert.Equal("✓ no violations, 0 undecided, 2 compliant; 1 lapse", _desk.Run(arguments).Lines[^1]);
        Assert.Contains("  ! lapse      tcp/443 from 198.51.100.0/24  DOC001", _desk.Run(arguments).Out);
        Assert.Equal(["sgr-01", "sgr-02"], _desk.Run([.. arguments, "--format", "json"]).Json.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("ruleId").GetString()));
    }

    [Theory]
    [InlineData("{}", "`SecurityGroupRules` is missing")]
    [InlineData("[{ \"GroupId\": \"sg-0a\" }]", "[0]: error: an object, expected a rule with its id, group, direction, protocol and peer")]
    [InlineData("{ \"SecurityGroupRules\": [], \"NextToken\": \"x\" }", "the answer is one page of several")]
    public void Rules_that_cannot_be_read_end_with_1(string rules, string expected)
    {
        var answer = _desk.Run("audit", "--policy", _desk.File("policy.yaml", Policy), "--input", _desk.File("groups.json", Sample.Groups()), "--rules", _desk.File("rules.json", rules));
        Assert.Equal(1, answer.Exit);
        Assert.Contains(expected, answer.Error);
    }

    private static void Same(string expected, System.Text.Json.JsonElement actual) =>
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(expected)!.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(actual.GetRawText())!.ToJsonString());

    private Answer Audit(params string[] more) => _desk.Run(
    [
        "audit",
        "--policy", _desk.File("policy.yaml", Policy),
        "--input", _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Https("0.0.0.0/0", "SG-001 all"), Https("203.0.113.0/24", "SG-002 lb"), Https("203.0.113.128/25", "")), Sample.Group("sg-0b").Replace("\"Value\": \"web\"", "\"Value\": \"db\""))),
        .. more,
    ]);

    private static string Https(string block, string description) =>
        $$"""{ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{ "CidrIp": "{{block}}", "Description": {{$"\"{description}\""}} }] }""";
}
