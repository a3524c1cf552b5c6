using System.Globalization;
using System.Text;

namespace Remediator.Cli.Tests;

/// <summary>Whatever the files hold: an agreed exit code, one JSON document, nothing thrown.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Seed = 20261120;

    private static readonly string[] Bits =
        ["null", "[]", "{}", "\"\"", "-1", "1e99", "true", "\"sg-0a\"", "\"0.0.0.0/0\"", "\"::/0\"", "\"\\ud800\"", ",", "{", "]", "\u202e", "\"NextToken\": \"x\",", "\0"];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    private static int Rounds => 200 * (int.TryParse(Environment.GetEnvironmentVariable("REMEDIATOR_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var effort) ? effort : 1);

    [Fact]
    public void Bent_answers_end_with_an_agreed_code_and_one_document()
    {
        var random = new Random(Seed);
        var policy = _desk.File("policy.yaml", Sample.Policy);
        for (var round = 0; round < Rounds; round++)
        {
            var groups = _desk.File("groups.json", Bent(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen, Sample.SshFromList), Sample.Group("sg-0b", Sample.WebOpen)), random));
            var lists = _desk.File("lists.json", Bent("""{ "PrefixLists": [{ "PrefixListId": "pl-0a" }], "pl-0a": { "Entries": [{ "Cidr": "203.0.113.0/25" }] } }""", random));
            var interfaces = _desk.File("interfaces.json", Bent("""{ "NetworkInterfaces": [{ "NetworkInterfaceId": "eni-0a", "Groups": [{ "GroupId": "sg-0a" }], "Association": { "PublicIp": "203.0.113.9" } }] }""", random));
            Agreed(round, ["audit", "--policy", policy, "--input", groups, "--prefix-lists", lists, "--interfaces", interfaces]);
        }
    }

    [Fact]
    public void Bent_events_end_with_an_agreed_code_and_one_document()
    {
        var random = new Random(Seed);
        var policy = _desk.File("policy.yaml", Sample.Policy);
        var record = Happening.Record("AuthorizeSecurityGroupIngress", $$"""{ "groupId": "sg-0a", "ipPermissions": { "items": [{{Happening.Ssh()}}] } }""");
        for (var round = 0; round < Rounds; round++)
        {
            var happening = _desk.File("event.json", Bent(round % 2 == 0 ? Happening.Envelope(record) : $$"""{ "Records": [{{record}}] }""", random));
            Agreed(round, ["explain", "--policy", policy, happening]);
        }
    }

    [Fact]
    public void Bent_findings_end_with_an_agreed_code_and_one_document()
    {
        var random = new Random(Seed);
        var policy = _desk.File("policy.yaml", $"{Sample.Policy}\nthreats: [{{ types: '*BruteForce', severity: 7, response: suspend }}]\n");
        for (var round = 0; round < Rounds; round++)
            Agreed(round, ["explain", "--policy", policy, _desk.File("event.json", Bent(round % 2 == 0 ? ExplainFindingTests.Event() : ExplainFindingTests.Finding, random))]);
    }

    /// <summary>In both formats: the same code, and neither control characters nor a second document.</summary>
    private void Agreed(int round, string[] arguments)
    {
        var (text, json) = (_desk.Run(arguments), _desk.Run([.. arguments, "--format", "json"]));
        Assert.True(text.Exit is 0 or 1 or 2 && text.Exit == json.Exit, $"seed {Seed}, round {round}: text ended with {text.Exit}, JSON with {json.Exit}");
        Assert.True(json.Json.TryGetProperty("diagnostics", out var diagnostics), $"seed {Seed}, round {round}");
        Assert.Equal(json.Exit == 1, diagnostics.EnumerateArray().Any(d => d.GetProperty("severity").GetString() == "error"));
        Assert.DoesNotContain(text.Out + text.Error, c => c is '\u202e' || (char.IsControl(c) && c != '\n'));
    }

    /// <summary>One to three places overwritten, cut out or doubled.</summary>
    private static string Bent(string text, Random random)
    {
        var bent = new StringBuilder(text);
        for (var times = random.Next(0, 4); times > 0 && bent.Length > 2; times--)
        {
            var at = random.Next(bent.Length - 1);
            var length = Math.Min(random.Next(1, 30), bent.Length - at);
            if (random.Next(3) > 0) _ = bent.Remove(at, length);
            if (random.Next(3) > 0) _ = bent.Insert(at, Bits[random.Next(Bits.Length)]);
        }

        return bent.ToString();
    }
}
