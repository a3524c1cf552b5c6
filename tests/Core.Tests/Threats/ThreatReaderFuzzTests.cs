using System.Text;
using Remediator.Core.Tests.Changes.Fuzz;
using Remediator.Core.Tests.Network;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>Bent findings: the reader never throws, what it cannot read it says on one line each, and a threat says nothing that does
/// not stand in the event.</summary>
public sealed class ThreatReaderFuzzTests(ITestOutputHelper output)
{
    private static readonly int Seed = Effort.Seed(20260501);

    private static readonly BendingWords Words = new(
        ["id", "Id", "type", "severity", "accountId", "AccountId", "region", "updatedAt", "service", "resource", "archived", "sample", "value", "additionalInfo", "action", "actionType", "networkConnectionAction",
            "portProbeAction", "portProbeDetails", "rdsLoginAttemptAction", "awsApiCallAction", "remoteIpDetails", "localIpDetails", "ipAddressV4", "IpAddressV6", "localPortDetails", "port", "Port", "protocol",
            "connectionDirection", "instanceDetails", "instanceId", "networkInterfaces", "networkInterfaceId", "securityGroups", "groupId", "ipv6Addresses", "sequence", "resources", "endpoints", "ip", "connection", "uid", "Findings", "x"],
        ["", "203.0.113.9", "203.0.113", "2001:db8::1", "::ffff:203.0.113.9", "fe80::1%1", "010.0.0.1", "22", " 22", "-1", "65536", "TCP", "icmp", "Unknown", "esp", "INBOUND", "OUTBOUND", "sideways", "TARGET", "ACTOR",
            "true", "false", "{\"sample\":true}", "{\"sample\":1}", "{", "[SAMPLE] x", "eni-0123456789abcdef0", "eni-", "i-0a", "sg-", "Recon:EC2/PortProbeUnprotectedPort", "a:b/c", "A:B", "444455556666", "us-east-1",
            "2026-03-01T10:10:04Z", "PORT_PROBE", "aws.s3", "EC2_INSTANCE", "arn:aws:ec2:eu-west-1:111122223333:instance/i-0b", "‮x`\n", "\ud800", "２２"],
        [["detail", "service", "action"], ["detail", "service", "action"], ["detail", "service"], ["detail", "service"], ["detail", "resource"], ["detail", "resource"], ["detail"], ["detail"], ["Findings"], []]);

    private static readonly Node[] Originals = [.. Findings.Folder.Names.Select(name => NodeParser.Parse(Findings.Folder.Bytes(name)).Root!)];

    [Fact]
    public void Bent_findings_end_as_threats_that_say_only_what_they_read_or_as_clear_lines()
    {
        var cases = Effort.Times(100_000);
        var endings = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < cases; number++)
        {
            var bytes = Case(number);
            var reading = ThreatReader.Read(bytes);
            if (Complaint(reading, bytes) is { } complaint) Assert.Fail($"seed {Seed}, case {number}: {complaint}\n{Findings.Shown(reading)}\n{Encoding.UTF8.GetString(bytes)}");
            endings[reading.GetType().Name] = endings.GetValueOrDefault(reading.GetType().Name) + 1;
        }

        output.WriteLine($"seed {Seed}, {cases} cases: {string.Join(", ", endings.Select(e => $"{e.Value} {e.Key}"))}");
        Assert.Equal(["Ignored", "Threat", "Unreadable"], endings.Keys);
        Assert.All(endings.Values, count => Assert.True(count > cases / 50, "an ending that is hardly met proves nothing"));
    }

    [Theory]
    [InlineData("another address", "192.0.2.1 is not in the event")]
    [InlineData("another port", "no port 23 in the event")]
    [InlineData("a port that went out", "a port that says nothing")]
    [InlineData("another interface", "eni-0ffffffffffffffff is not in the event")]
    [InlineData("another account", "the account is not the event's")]
    [InlineData("a mapped address", "an address is mapped")]
    [InlineData("the same contact twice", "a contact is there twice")]
    [InlineData("a threat out of a sample", "a sample became a threat")]
    [InlineData("a problem of two lines", "`a\nb` is no clear line")]
    public void A_reader_that_is_wrong_is_caught(string fault, string complaint)
    {
        const int patience = 2_000;
        var met = Enumerable.Range(0, patience).Any(number => Complaint(Broken(ThreatReader.Read(Case(number)), fault), Case(number)) == complaint);

        Assert.True(met, $"seed {Seed}: a reader that gives {fault} went through {patience} cases");
    }

    private static byte[] Case(int number)
    {
        var random = new Random(unchecked(Seed + number));
        return new EventMutator(random, Words).Mutate(Originals[random.Next(Originals.Length)]);
    }

    private static string? Complaint(ThreatReading reading, byte[] bytes) => reading switch
    {
        Threat threat => ThreatInvariants.Complaint(threat, bytes),
        Unreadable { Problems: [] } => "unreadable without a reason",
        Unreadable unreadable => unreadable.Problems.Select(Unclear).FirstOrDefault(text => text is not null),
        Ignored ignored => Unclear(ignored.Why),
        _ => $"{reading.GetType().Name} is no ending",
    };

    private static string? Unclear(string line)
    {
        if (line.Length is 0 or > 600 || line.Any(c => c is < ' ' or > '~' and not '…')) return $"`{line}` is no clear line";
        return line.EndsWith('.') || !(char.IsAsciiLetterLower(line[0]) || line[0] == '`') ? $"`{line}` is not written as messages are" : null;
    }

    private static ThreatReading Broken(ThreatReading reading, string fault) => (fault, reading) switch
    {
        ("another address", Threat { Contacts.Length: > 0 } t) => t with { Contacts = [t.Contacts[0] with { Remote = System.Net.IPAddress.Parse("192.0.2.1") }] },
        ("another port", Threat { Contacts.Length: > 0 } t) => t with { Contacts = [t.Contacts[0] with { LocalPort = 23 }] },
        ("a port that went out", Threat { Direction: ThreatDirection.Outbound } t) => t with { Contacts = [t.Contacts[0] with { LocalPort = 49152 }] },
        ("another interface", Threat t) => t with { Interfaces = [new("eni-0ffffffffffffffff", null, null, null)] },
        ("another account", Threat t) => t with { Account = "444455556666" },
        ("a mapped address", Threat { Contacts.Length: > 0 } t) => t with { Contacts = [t.Contacts[0] with { Remote = t.Contacts[0].Remote.MapToIPv6() }] },
        ("the same contact twice", Threat { Contacts.Length: > 0 } t) => t with { Contacts = [t.Contacts[0], t.Contacts[0]] },
        ("a threat out of a sample", Ignored) => Findings.Threat("ssh-brute-force"),
        ("a problem of two lines", Unreadable u) => u with { Problems = [.. u.Problems, "a\nb"] },
        _ => reading,
    };
}
