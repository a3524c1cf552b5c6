using System.Text.Json;

namespace Remediator.Cli.Tests;

public sealed class AuditTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_violation_is_shown_under_its_group_with_counts_rule_and_sums()
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen, Sample.WebOpen), Sample.Group("sg-0b", Sample.WebOpen)));
        Assert.Equal((2, ""), (answer.Exit, answer.Error));
        Assert.Equal("""
            policy  policy.yaml (DIGEST): 1 rule, enforces
            looked  groups.json: 2 groups, 5 permissions; account 111122223333, region eu-west-1

            sg-0a  web  vpc-0a
              ✗ critical  tcp/22  from 0.0.0.0/0  revoke  SG001 admin-ports-from-internet
                          forbidden: 4,256,038,400 IPv4 addresses, more than 99.9% of the IPv4 internet

            ✗ 1 violation, 0 undecided in 1 of 2 groups, 4 compliant

            """, answer.Out.Replace(Digest(answer), "DIGEST"));
    }

    [Fact]
    public void All_shows_what_is_compliant_in_the_same_columns()
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen, Sample.WebOpen)), "--all");
        Assert.Equal("  ✗ critical  tcp/22   from 0.0.0.0/0  revoke  SG001 admin-ports-from-internet", answer.Lines[4]);
        Assert.Equal("  ✓           tcp/443  from 0.0.0.0/0", answer.Lines[6]);
        Assert.Equal("  ✓           tcp/443  from ::/0", answer.Lines[7]);
    }

    [Fact]
    public void A_clean_account_ends_with_0_and_still_says_where_it_looked()
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", Sample.WebOpen)));
        Assert.Equal((0, "✓ no violations, 0 undecided, 2 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Equal("looked  groups.json: 1 group, 2 permissions; account 111122223333, region eu-west-1", answer.Lines[1]);
    }

    [Fact]
    public void Json_judges_every_permission_in_the_agreed_form()
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen, Sample.WebOpen)), "--format", "json");
        var verdicts = answer.Json.GetProperty("verdicts");
        Assert.Equal((2, 3, ""), (answer.Exit, verdicts.GetArrayLength(), answer.Error));
        Same("""
            { "account": "111122223333", "region": "eu-west-1", "groupId": "sg-0a", "direction": "ingress", "protocol": "tcp", "fromPort": 443, "toPort": 443,
              "peer": "::/0", "verdict": "compliant", "rules": [] }
            """, verdicts[2]);
        Same("""
            { "account": "111122223333", "region": "eu-west-1", "groupId": "sg-0a", "direction": "ingress", "protocol": "tcp", "fromPort": 22, "toPort": 22,
              "peer": "0.0.0.0/0", "verdict": "violation", "rules": ["SG001"], "severity": "critical", "action": "revoke",
              "forbidden": { "ports": [{ "protocol": "tcp", "from": 22, "to": 22 }], "ipv4Addresses": "4256038400", "ipv6Addresses": "0", "shareOfInternet": 0.99999994 },
              "reasons": [{ "rule": "SG001", "kind": "deny", "name": "admin-ports-from-internet", "file": "policy.yaml", "line": 9, "column": 5, "verdict": "violation", "asks": "revoke", "why": "SSH and RDP are reached through the VPN." }] }
            """, verdicts[0]);
        var summary = answer.Json.GetProperty("summary");
        Assert.Equal((1, 3, 2, 0, 1), (Number(summary, "groups"), Number(summary, "permissions"), Number(summary, "compliant"), Number(summary, "undecided"), Number(summary, "violations")));
        Assert.Equal(1, Number(summary.GetProperty("violationsBySeverity"), "critical"));
        Assert.Empty(answer.Json.GetProperty("diagnostics").EnumerateArray());
    }

    [Fact]
    public void An_observing_policy_says_what_it_would_have_asked_for()
    {
        var answer = AuditWith(Sample.Policy.Replace("mode: enforce", "mode: observe"), Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen)), "--format", "json");
        var verdict = answer.Json.GetProperty("verdicts")[0];
        Assert.Equal((2, "revoke", true), (answer.Exit, verdict.GetProperty("action").GetString(), verdict.GetProperty("observing").GetBoolean()));
        Assert.Contains("tcp/22  from 0.0.0.0/0  (revoke)  SG001", AuditWith(Sample.Policy.Replace("mode: enforce", "mode: observe"), Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen))).Out);
    }

    [Theory]
    [InlineData("-1", "", "all", null, null)]
    [InlineData("-1", ", \"FromPort\": 0, \"ToPort\": 65535", "all", null, null)]
    [InlineData("tcp", ", \"FromPort\": -1, \"ToPort\": -1", "tcp", 0, 65535)]
    [InlineData("6", ", \"FromPort\": 5, \"ToPort\": 7", "tcp", 5, 7)]
    [InlineData("50", ", \"FromPort\": 5, \"ToPort\": 7", "50", null, null)]
    [InlineData("icmp", ", \"FromPort\": -1, \"ToPort\": -1", "icmp", null, null)]
    [InlineData("icmp", ", \"FromPort\": 8, \"ToPort\": -1", "icmp", 8, -1)]
    [InlineData("58", ", \"FromPort\": 3, \"ToPort\": 4", "icmpv6", 3, 4)]
    public void Protocol_and_ports_are_told_as_what_they_open(string protocol, string ports, string told, int? from, int? to)
    {
        var permission = $$"""{ "IpProtocol": "{{protocol}}"{{ports}}, "UserIdGroupPairs": [{ "GroupId": "sg-0b", "UserId": "444455556666" }] }""";
        var verdict = Audit(Sample.Groups(Sample.Group("sg-0a", permission)), "--format", "json").Json.GetProperty("verdicts")[0];
        Assert.Equal(told, verdict.GetProperty("protocol").GetString());
        Assert.Equal((from, to), (Port(verdict, "fromPort"), Port(verdict, "toPort")));
        Assert.Equal("444455556666/sg-0b", verdict.GetProperty("peer").GetString());
    }

    [Fact]
    public void What_cannot_be_read_is_told_with_its_path_and_the_rest_is_judged()
    {
        var broken = """{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{ "CidrIp": "0.0.0.0/33" }] }""";
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", broken, Sample.SshOpen)), "--format", "json");
        Assert.Equal(1, answer.Exit);
        var diagnostic = Assert.Single(answer.Json.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("SecurityGroups[0].IpPermissions[0].IpRanges[0].CidrIp", diagnostic.GetProperty("path").GetString());
        Assert.Equal("`0.0.0.0/33`, expected a block such as `203.0.113.0/24`", diagnostic.GetProperty("message").GetString());
        Assert.Equal("violation", Assert.Single(answer.Json.GetProperty("verdicts").EnumerateArray()).GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_policy_that_is_none_ends_with_3_in_both_formats()
    {
        var policy = Sample.Policy.Replace("peer: office", "peer: ofice");
        var text = AuditWith(policy, Sample.Groups());
        Assert.Equal((3, ""), (text.Exit, text.Out));
        Assert.Contains("error POL030: there is no network `ofice`", text.Error);
        var json = AuditWith(policy, Sample.Groups(), "--format", "json");
        Assert.Equal((3, 0), (json.Exit, json.Json.GetProperty("verdicts").GetArrayLength()));
        Assert.Contains(json.Json.GetProperty("diagnostics").EnumerateArray(), d => d.GetProperty("code").GetString() == "POL030");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("not json", "not JSON at line 1, byte 2")]
    [InlineData("[1]", "`1`, expected a group")]
    [InlineData("{}", "`SecurityGroups` is missing, expected a list of groups")]
    [InlineData("\"x\"", "`x`, expected an object with `SecurityGroups`")]
    [InlineData("{ \"SecurityGroups\": {} }", "an object, expected a list of groups")]
    [InlineData("{ \"SecurityGroups\": [], \"SecurityGroups\": [] }", "not JSON")]
    [InlineData("{ \"SecurityGroups\": [], \"NextToken\": \"eyJ\" }", "the answer is one page of several")]
    [InlineData("{ \"SecurityGroups\": [{ \"IpPermissions\": [] }] }", "`GroupId` is missing")]
    [InlineData("{ \"SecurityGroups\": [{ \"GroupId\": \"../x\" }] }", "`../x`, expected a group's id")]
    [InlineData("{ \"SecurityGroups\": [{ \"GroupId\": \"sg-0a\" }] }", "`IpPermissions` is missing")]
    public void An_input_that_is_no_answer_ends_with_1_and_says_what_is_expected(string input, string expected)
    {
        var answer = Audit(input);
        Assert.Equal(1, answer.Exit);
        Assert.Contains(expected, answer.Error);
        Assert.Contains("describe-security-groups", answer.Error.Contains("NextToken", StringComparison.Ordinal) ? "describe-security-groups" : answer.Error);
    }

    [Fact]
    public void Standard_input_can_be_named_once()
    {
        var answer = _desk.Run("audit", "--policy", "-", "--input", "-");
        Assert.Equal((1, "error: `-` stands for more than one file, and standard input can be read once; write all but one of them to files\n"), (answer.Exit, answer.Error));
    }

    [Fact]
    public void Groups_from_standard_input_are_judged()
    {
        _desk.Input = Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen));
        var answer = _desk.Run("audit", "--policy", _desk.File("policy.yaml", Sample.Policy), "--input", "-");
        Assert.Equal((2, "looked  standard input: 1 group, 1 permission; account 111122223333, region eu-west-1"), (answer.Exit, answer.Lines[1]));
    }

    [Fact]
    public void Names_of_groups_cannot_forge_lines_or_colours()
    {
        var hostile = Sample.Group("sg-0a", Sample.SshOpen).Replace("\"GroupName\": \"web\"", "\"GroupName\": \"[red]x\\n✓ no violations\\u202e\\u001b[2J\"");
        var answer = Audit(Sample.Groups(hostile));
        Assert.Contains("sg-0a  [red]x\\u000a✓ no violations\\u202e\\u001b[2J  vpc-0a", answer.Out);
        Assert.DoesNotContain('\u001b', answer.Out);
        Assert.Equal(Audit(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen))).Lines.Length, answer.Lines.Length);
    }

    private Answer Audit(string groups, params string[] more) => AuditWith(Sample.Policy, groups, more);

    private Answer AuditWith(string policy, string groups, params string[] more) =>
        _desk.Run(["audit", "--policy", _desk.File("policy.yaml", policy), "--input", _desk.File("groups.json", groups), .. more]);

    private static string Digest(Answer answer) => answer.Out[(answer.Out.IndexOf('(', StringComparison.Ordinal) + 1)..][..12];

    private static int Number(JsonElement summary, string name) => summary.GetProperty(name).GetInt32();

    private static int? Port(JsonElement verdict, string name) => verdict.TryGetProperty(name, out var port) ? port.GetInt32() : null;

    private static void Same(string expected, JsonElement actual) =>
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(expected)!.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(actual.GetRawText())!.ToJsonString());
}
