using System.Net;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>TYPES.md is the test's data: what people read there is what the code does.</summary>
public sealed class DefaultAnswersTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(EventFolder.RepositoryRoot, "functions", "Core", "Threats", "TYPES.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray())];

    public static TheoryData<string, string, string, string> Table =>
        [.. Rows.Select(cells => new TheoryDataRow<string, string, string, string>(cells[0].Trim('`'), cells[2], cells[3], cells[4]))];

    [Theory]
    [MemberData(nameof(Table))]
    public void A_row_of_the_table_is_what_the_code_does(string type, string story, string answer, string why)
    {
        var (closes, because) = DefaultAnswers.Of(Threat(type, story));

        Assert.Equal((answer, why), (closes ? "close" : "notify", because));
    }

    [Fact]
    public void The_table_names_every_row_once_and_only_types_of_its_resources()
    {
        Assert.Equal(Rows.Length, Rows.Select(cells => (cells[0], cells[2])).Distinct().Count());
        Assert.All(Rows, cells => Assert.Matches("^`[A-Za-z]+:(EC2|RDS|Lambda)/[^`]+`$", cells[0]));
    }

    [Theory]
    [InlineData("EC2", 30)]
    [InlineData("RDS", 9)]
    [InlineData("Lambda", 7)]
    public void The_table_covers_every_resource_that_has_network_findings(string resource, int least) =>
        Assert.True(Rows.Select(cells => cells[0]).Distinct().Count(type => type.Contains($":{resource}/", StringComparison.Ordinal)) >= least);

    [Theory]
    [InlineData("Invented:EC2/FreshBruteForce", "target", "close")]
    [InlineData("Invented:EC2/PortProbeTomorrow", "", "close")]
    [InlineData("Invented:RDS/Thing.New", "target, inbound", "close")]
    [InlineData("Invented:EC2/Thing!DNS", "target", "notify")]
    [InlineData("Invented:EC2/FreshBruteForce", "actor", "notify")]
    [InlineData("Invented:Tomorrow/Thing", "", "notify")]
    public void A_type_that_nobody_knows_falls_into_the_row_of_its_kind(string type, string story, string answer) =>
        Assert.Equal(answer == "close", DefaultAnswers.Of(Threat(type, story)).Closes);

    [Theory]
    [InlineData("ssh-brute-force", true)]
    [InlineData("port-probe", true)]
    [InlineData("rds-login", true)]
    [InlineData("ipv6", true)]
    [InlineData("attack-sequence", true)]
    [InlineData("outbound", false)]
    [InlineData("dns", false)]
    [InlineData("lambda", false)]
    [InlineData("kubernetes", false)]
    [InlineData("api-call", false)]
    public void A_finding_as_it_is_read_falls_into_its_row(string name, bool closes) => Assert.Equal(closes, DefaultAnswers.Of(Findings.Threat(name)).Closes);

    private static Threat Threat(string type, string story)
    {
        var family = type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('.', '!')[0];
        var direction = story.Contains("inbound", StringComparison.Ordinal) ? ThreatDirection.Inbound : story.Contains("outbound", StringComparison.Ordinal) ? ThreatDirection.Outbound : ThreatDirection.Unknown;
        return new("a", new(type, type.Split(':')[0], type.Split(':', '/')[1], family), 5, "111122223333", "eu-west-1", default)
        {
            Role = story.Contains("actor", StringComparison.Ordinal) ? ThreatRole.Actor : story.Contains("target", StringComparison.Ordinal) ? ThreatRole.Target : ThreatRole.Unknown,
            Direction = direction,
            Contacts = direction == ThreatDirection.Unknown ? [] : [new(IPAddress.Parse("203.0.113.9"), null, null) { Direction = direction }],
        };
    }
}
