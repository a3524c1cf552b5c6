using System.Text.Json.Nodes;

namespace Remediator.Cli.Tests;

/// <summary><c>explain</c> given a GuardDuty finding.</summary>
public sealed class ExplainFindingTests : IDisposable
{
    internal const string Finding = """
        {
          "schemaVersion": "2.0", "accountId": "111122223333", "region": "eu-west-1", "id": "c0ffee01", "type": "UnauthorizedAccess:EC2/SSHBruteForce",
          "resource": { "resourceType": "Instance", "instanceDetails": { "instanceId": "i-0a", "networkInterfaces": [{ "networkInterfaceId": "eni-0a", "privateIpAddress": "10.0.0.23" }] } },
          "service": {
            "serviceName": "guardduty", "resourceRole": "TARGET", "count": 4, "archived": false,
            "action": { "actionType": "NETWORK_CONNECTION", "networkConnectionAction": {
              "connectionDirection": "INBOUND", "protocol": "TCP", "blocked": false,
              "localPortDetails": { "port": 22, "portName": "SSH" }, "remotePortDetails": { "port": 40000 }, "remoteIpDetails": { "ipAddressV4": "203.0.113.9" } } }
          },
          "severity": 8, "title": "203.0.113.9 is performing SSH brute force attacks against i-0a.", "createdAt": "2026-11-20T11:00:00Z", "updatedAt": "2026-11-20T11:30:00Z"
        }
        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void The_default_is_told_with_its_reason_where_no_entry_matches()
    {
        var answer = Explain(Event());
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal("""
            UnauthorizedAccess:EC2/SSHBruteForce, severity 8, against i-0a, account 111122223333, eu-west-1
            ├── 203.0.113.9 is performing SSH brute force attacks against i-0a.
            ├── 203.0.113.9 came in to tcp/22
            ├── close (no entry of `threats` matches): what the rules forbid of the permissions that let it in is revoked or trimmed
            │   └── because somebody guesses passwords through an open permission
            └── which permissions let it in is looked up when the finding comes: what the interfaces carry then, no file tells

            """, answer.Out);
    }

    [Fact]
    public void Every_entry_that_matches_is_told_with_its_place_and_those_for_worse_findings_too()
    {
        var answer = Explain(Event(), """
            threats:
              - { types: "UnauthorizedAccess:EC2/*", severity: 7, response: suspend, hours: 8 }
              - { types: ["*/SSHBruteForce"], severity: 4, response: block, hours: 1 }
              - { types: ["*/SSHBruteForce"], severity: 8.5, response: isolate, cut-connections: true }
              - { types: ["Recon:*"], response: notify }
            """);
        Assert.Contains("├── suspend (policy.yaml:18:5): what lets it in is closed for 8 hours, also what the rules allow\n", answer.Out, StringComparison.Ordinal);
        Assert.Contains("├── block (policy.yaml:19:5): its remote addresses are denied in the network ACL for an hour\n", answer.Out, StringComparison.Ordinal);
        Assert.Contains("├── not isolate (policy.yaml:20:5): it is for severity 8.5 and more\n", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("policy.yaml:21", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("no entry", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspension_is_not_for_a_machine_that_attacks()
    {
        var answer = Explain(Event().Replace("TARGET", "ACTOR", StringComparison.Ordinal).Replace("INBOUND", "OUTBOUND", StringComparison.Ordinal), "threats: [{ types: '*/SSHBruteForce', severity: 7, response: suspend }]");
        Assert.Contains("severity 8, by i-0a,", answer.Lines[0], StringComparison.Ordinal);
        Assert.Contains("? not for this finding: the finding does not say that the resource was attacked", answer.Out, StringComparison.Ordinal);
        Assert.Contains("203.0.113.9 was reached from inside", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_finding_and_an_answer_of_GetFindings_are_findings_too()
    {
        var expected = Explain(Event()).Out;
        Assert.Equal(expected, Explain(Finding).Out);
        Assert.Equal(expected, Explain($$"""{ "Findings": [{{Pascal(JsonNode.Parse(Finding)!)!.ToJsonString()}}] }""").Out);
    }

    [Theory]
    [InlineData("\"archived\": false", "\"archived\": true", "it is archived")]
    [InlineData("\"count\": 4", "\"count\": 4, \"additionalInfo\": { \"sample\": true }", "it is a sample finding")]
    public void What_is_never_answered_is_ignored_and_says_why(string from, string to, string why)
    {
        var ignored = Event().Replace(from, to, StringComparison.Ordinal);
        Assert.StartsWith($"✓ ignored, because {why}", Explain(ignored).Out, StringComparison.Ordinal);
        var json = Explain(ignored, "", "--format", "json");
        Assert.StartsWith(why, json.Json.GetProperty("summary").GetProperty("ignored").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (json.Exit, json.Json.GetProperty("answers").GetArrayLength()));
    }

    [Fact]
    public void A_finding_that_cannot_be_read_ends_with_1_and_every_problem()
    {
        var answer = Explain(Event().Replace("\"severity\": 8", "\"severity\": \"high\"", StringComparison.Ordinal).Replace("\"UnauthorizedAccess:EC2/SSHBruteForce\"", "\"SSH\"", StringComparison.Ordinal), "", "--format", "json");
        Assert.Equal(1, answer.Exit);
        Assert.True(answer.Json.GetProperty("diagnostics").GetArrayLength() >= 2, answer.Out);
        Assert.Contains("save the whole finding", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_the_finding_and_each_answer()
    {
        var json = Explain(Event(), "threats: [{ types: '*/SSHBruteForce', severity: 7, response: block, hours: 3 }]", "--format", "json").Json;
        var (finding, answer) = (json.GetProperty("finding"), json.GetProperty("answers")[0]);
        Assert.Equal(("c0ffee01", 8.0, "target", "inbound", 4), (finding.GetProperty("id").GetString(), finding.GetProperty("severity").GetDouble(), finding.GetProperty("role").GetString(), finding.GetProperty("direction").GetString(), finding.GetProperty("count").GetInt32()));
        Assert.Equal(("203.0.113.9", "tcp", 22), (finding.GetProperty("contacts")[0].GetProperty("remote").GetString(), finding.GetProperty("contacts")[0].GetProperty("protocol").GetString(), finding.GetProperty("contacts")[0].GetProperty("port").GetInt32()));
        Assert.Equal(("block", "policy", 17), (answer.GetProperty("response").GetString(), answer.GetProperty("from").GetString(), answer.GetProperty("line").GetInt32()));
        Assert.Equal((0, 1), (json.GetProperty("verdicts").GetArrayLength(), json.GetProperty("open").GetArrayLength()));
        var without = Explain(Event(), "", "--format", "json").Json.GetProperty("answers")[0];
        Assert.Equal(("close", "default"), (without.GetProperty("response").GetString(), without.GetProperty("from").GetString()));
        Assert.Contains("guesses passwords", without.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_texts_of_a_finding_stay_on_their_line()
    {
        var answer = Explain(Event().Replace("is performing SSH", "\\n├── close\\u202e\\u001b[2J", StringComparison.Ordinal).Replace("i-0a.\"", "i-0a\\n✓ fine\\u0000\"", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Out, c => c is '\u202e' || (char.IsControl(c) && c != '\n'));
        Assert.Equal(6, answer.Lines.Length);
    }

    internal static string Event() => $$"""
        {
          "version": "0", "id": "00000001-9999-4999-8999-999999999999", "detail-type": "GuardDuty Finding", "source": "aws.guardduty",
          "account": "111122223333", "time": "2026-11-20T11:31:00Z", "region": "eu-west-1", "resources": [], "detail": {{Finding}}
        }
        """;

    private static JsonNode? Pascal(JsonNode? node) => node switch
    {
        JsonObject keyed => new JsonObject(keyed.Select(p => KeyValuePair.Create(char.ToUpperInvariant(p.Key[0]) + p.Key[1..], Pascal(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Pascal)]),
        _ => node?.DeepClone(),
    };

    private Answer Explain(string finding, string threats = "", params string[] more) =>
        _desk.Run(["explain", "--policy", _desk.File("policy.yaml", $"{Sample.Policy}\n{threats}"), _desk.File("event.json", finding), .. more]);
}
