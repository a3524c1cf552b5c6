using System.Text;
using System.Text.Json.Nodes;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>Bad input: each gives a line that names what was wrong, and none is ever taken for harmless.</summary>
public sealed class BadFindingTests
{
    private const string Base = "ssh-brute-force";
    private const string Action = "detail.service.action.networkConnectionAction";
    private const string Interface = "detail.resource.instanceDetails.networkInterfaces.0";
    private const string At = "detail.resource.instanceDetails.networkInterfaces[0]";

    public static readonly TheoryData<string, string> Texts = new()
    {
        { "", "unreadable: the event is empty, expected one JSON object" },
        { "[]", "unreadable: the event is a list, expected one JSON object" },
        { "{\"a\":1,\"a\":2}", "unreadable: `a` is there twice, expected once" },
        { "{\"Findings\":[]}", "unreadable: `id` is missing, expected the id of the finding; `type` is missing, expected a finding type such as `UnauthorizedAccess:EC2/SSHBruteForce`; "
            + "`severity` is missing, expected a severity from 0 to 10; `accountId` is missing, expected an account of 12 digits; `region` is missing, expected a region such as `eu-west-1`; "
            + "`updatedAt` is missing, expected a time such as `2026-01-31T12:34:56Z`" },
        { "{\"Findings\":[{\"Id\":\"a\"},{\"Id\":\"b\"}]}", "unreadable: `Findings` holds 2 findings, expected exactly one" },
        { "{\"Findings\":[7]}", "unreadable: `Findings[0]` is `7`, expected an object; `Findings` holds 0 findings, expected exactly one" },
        { "{\"detail-type\":\"GuardDuty Finding\",\"source\":\"aws.guardduty\"}", "unreadable: `detail` is missing, expected GuardDuty's finding" },
        { "{\"detail-type\":\"GuardDuty Finding\",\"detail\":7}", "unreadable: `source` is missing, expected text such as `aws.guardduty`; `detail` is `7`, expected an object" },
    };

    public static readonly TheoryData<string, string?, string> Fields = new()
    {
        { "detail-type", "\"GuardDuty Malware Protection Object Scan Result\"", "ignored, because `GuardDuty Malware Protection Object Scan Result` events are not answered, only `GuardDuty Finding`" },
        { "source", "\"aws.inspector\"", "ignored, because events of `aws.inspector` are not answered, only those of `aws.guardduty`" },
        { "source", null, "unreadable: `source` is missing, expected text such as `aws.guardduty`" },
        { "account", null, "unreadable: `account` is missing, expected an account of 12 digits" },
        { "account", "\"444455556666\"", "unreadable: `detail.accountId` is `111122223333`, but `account` is `444455556666`: expected the same" },
        { "detail.accountId", "\"444455556666\"", "unreadable: `detail.accountId` is `444455556666`, but `account` is `111122223333`: expected the same" },
        { "detail.region", "\"us-east-1\"", "unreadable: `detail.region` is `us-east-1`, but `region` is `eu-west-1`: expected the same" },
        { "region", "\"evil.example/\"", "unreadable: `detail.region` is `eu-west-1`, but `region` is `evil.example/`: expected the same; `region` is `evil.example/`, expected a region such as `eu-west-1`" },
        { "detail.id", null, "unreadable: `detail.id` is missing, expected the id of the finding" },
        { "detail.id", "\"a b\"", "unreadable: `detail.id` is `a b`, expected the id of the finding" },
        { "detail.type", "\"SSHBruteForce\"", "unreadable: `detail.type` is `SSHBruteForce`, expected a finding type such as `UnauthorizedAccess:EC2/SSHBruteForce`" },
        { "detail.type", "\"A:B/C\\n\"", "unreadable: `detail.type` is `A:B/C\\u000a`, expected a finding type such as `UnauthorizedAccess:EC2/SSHBruteForce`" },
        { "detail.type", "\"A:B/C..D\"", "unreadable: `detail.type` is `A:B/C..D`, expected a finding type such as `UnauthorizedAccess:EC2/SSHBruteForce`" },
        { "detail.severity", "\"HIGH\"", "unreadable: `detail.severity` is `HIGH`, expected a severity from 0 to 10" },
        { "detail.severity", "11", "unreadable: `detail.severity` is `11`, expected a severity from 0 to 10" },
        { "detail.severity", "-1", "unreadable: `detail.severity` is `-1`, expected a severity from 0 to 10" },
        { "detail.severity", null, "unreadable: `detail.severity` is missing, expected a severity from 0 to 10" },
        { "detail.updatedAt", "\"yesterday\"", "unreadable: `detail.updatedAt` is `yesterday`, expected a time such as `2026-01-31T12:34:56Z`" },
        { "detail.service.count", "0", "unreadable: `detail.service.count` is `0`, expected a number of times, from 1" },
        { "detail.service.resourceRole", "\"VICTIM\"", "unreadable: `detail.service.resourceRole` is `VICTIM`, expected `TARGET` or `ACTOR`" },
        { "detail.service.archived", "\"maybe\"", "unreadable: `detail.service.archived` is `maybe`, expected `true` or `false`" },
        { "detail.service.action", "[]", "" },
        { "detail.service.action", "7", "unreadable: `detail.service.action` is `7`, expected an object" },
        { $"{Action}.connectionDirection", "\"SIDEWAYS\"", $"unreadable: `{Action}.connectionDirection` is `SIDEWAYS`, expected `INBOUND`, `OUTBOUND` or `UNKNOWN`" },
        { $"{Action}.protocol", "\"TCPX\"", $"unreadable: `{Action}.protocol` is `TCPX`, expected a protocol such as `TCP`" },
        { $"{Action}.localPortDetails", "{\"port\":65536}", $"unreadable: `{Action}.localPortDetails.port` is `65536`, expected a port from 0 to 65535" },
        { $"{Action}.localPortDetails", "{\"port\":-1}", $"unreadable: `{Action}.localPortDetails.port` is `-1`, expected a port from 0 to 65535" },
        { $"{Action}.localPortDetails", "{\"port\":\"22\"}", "" },
        { $"{Action}.localPortDetails", "{\"port\":\"0x16\"}", $"unreadable: `{Action}.localPortDetails.port` is `0x16`, expected a port from 0 to 65535" },
        { $"{Action}.localPortDetails", "{\"port\":22,\"Port\":80}", $"unreadable: `{Action}.localPortDetails.port` and `{Action}.localPortDetails.Port` are both there, expected one of them" },
        { $"{Action}.remoteIpDetails", "{\"ipAddressV4\":\"203.0.113\"}", $"unreadable: `{Action}.remoteIpDetails.ipAddressV4` is `203.0.113`, expected an IP address" },
        { $"{Action}.remoteIpDetails", "{\"ipAddressV4\":\"\"}", "" },
        { $"{Action}.blocked", "2", $"unreadable: `{Action}.blocked` is `2`, expected `true` or `false`" },
        { $"{Action}.localNetworkInterface", "\"eni-0a b\"", $"unreadable: `{Action}.localNetworkInterface` is `eni-0a b`, expected an interface's id such as `eni-0123456789abcdef0`" },
        { "detail.resource.instanceDetails.instanceId", "\"web-1\"", "unreadable: `detail.resource.instanceDetails.instanceId` is `web-1`, expected an instance's id such as `i-0123456789abcdef0`" },
        { $"{Interface}.securityGroups", "[{\"groupId\":[1]}]", $"unreadable: `{At}.securityGroups[0].groupId` is a list, expected a group's id such as `sg-0123456789abcdef0`" },
        { $"{Interface}.ipv6Addresses", "[\"\",null]", "" },
        { $"{Interface}.ipv6Addresses", "[5]", $"unreadable: `{At}.ipv6Addresses[0]` is `5`, expected an IP address" },
        { $"{Interface}.publicIp", "\"198.51.100.023\"", $"unreadable: `{At}.publicIp` is `198.51.100.023`, expected an IP address" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_that_is_no_finding_is_unreadable_and_says_why(string text, string expected) =>
        Assert.Equal(expected, Findings.Shown(ThreatReader.Read(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_wrong_field_is_named_with_what_was_read_and_expected(string path, string? json, string expected)
    {
        var reading = Findings.With(Base, path, json);

        if (expected.Length == 0) Assert.IsType<Threat>(reading);
        else Assert.Equal(expected, Findings.Shown(reading));
    }

    [Fact]
    public void More_problems_than_anybody_reads_are_counted()
    {
        var bytes = Findings.Folder.With("port-probe", root => root["detail"]!["service"]!["action"]!["portProbeAction"]!["portProbeDetails"] =
            new JsonArray([.. Enumerable.Range(0, 50).Select(_ => (JsonNode)new JsonObject { ["localPortDetails"] = new JsonObject { ["port"] = "x" } })]));

        var problems = Assert.IsType<Unreadable>(ThreatReader.Read(bytes)).Problems;
        Assert.Equal((21, "and 30 more problems"), (problems.Length, problems[^1]));
    }

    [Fact]
    public void Of_twenty_thousand_addresses_ten_thousand_are_kept_each_once()
    {
        var bytes = Findings.Folder.With("port-probe", root => root["detail"]!["service"]!["action"]!["portProbeAction"]!["portProbeDetails"] =
            new JsonArray([.. Enumerable.Range(0, 20_000).Select(i => (JsonNode)new JsonObject { ["remoteIpDetails"] = new JsonObject { ["ipAddressV4"] = $"10.{i / 512}.{i / 2 % 256}.7" } })]));

        var contacts = Assert.IsType<Threat>(ThreatReader.Read(bytes)).Contacts;
        Assert.Equal((10_000, 10_000), (contacts.Length, contacts.Distinct().Count()));
    }

    [Fact]
    public void Of_five_thousand_interfaces_a_thousand_are_kept()
    {
        var bytes = Findings.Folder.With(Base, root => root["detail"]!["resource"]!["instanceDetails"]!["networkInterfaces"] =
            new JsonArray([.. Enumerable.Range(0, 5_000).Select(i => (JsonNode)new JsonObject { ["networkInterfaceId"] = $"eni-{i:x17}" })]));

        Assert.Equal(1_000, Assert.IsType<Threat>(ThreatReader.Read(bytes)).Interfaces.Length);
    }

    [Fact]
    public void A_finding_cut_off_anywhere_is_unreadable()
    {
        var whole = Findings.Folder.Bytes(Base).AsMemory();
        for (var length = 1; length < whole.Length - 2; length += 7) Assert.IsType<Unreadable>(ThreatReader.Read(whole[..length]));
    }
}
