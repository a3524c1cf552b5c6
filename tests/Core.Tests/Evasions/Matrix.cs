using System.Text.Json.Nodes;
using Remediator.Core.Tests.Pipelines;

namespace Remediator.Core.Tests.Evasions;

/// <summary>Every way around that we know, with what becomes of it under <c>evasions.yaml</c>.</summary>
internal static class Matrix
{
    private const string Everywhere = "0.0.0.0/0";
    private static readonly string[] None = [];

    public static readonly Evasion[] All =
    [
        Closed("exact port", Opening.Ssh(Everywhere), "tcp/22 from 0.0.0.0/0"),
        Closed("range over it", new Opening("tcp", 0, 65535, Everywhere), "tcp from 0.0.0.0/0"),
        Closed("all protocols (-1)", new Opening("-1", null, null, Everywhere), "all from 0.0.0.0/0"),
        new("protocol by number", "protocol 6, ports 22 to 22, from 0.0.0.0/0", a => a.OpenAsAsked(null, new Opening("6", 22, 22, Everywhere)), ["tcp/22 from 0.0.0.0/0"], None, None),
        Closed("half of the internet", Opening.Ssh("0.0.0.0/1"), "tcp/22 from 0.0.0.0/1"),
        Closed("the other half", Opening.Ssh("128.0.0.0/1"), "tcp/22 from 128.0.0.0/1"),
        new("sixty blocks that add up", "tcp/8443 from sixty /24, one call each; 4,096 addresses are allowed", SixtyBlocks, [.. Blocks(16, 60)], [.. Blocks(0, 16)], None),
        Closed("every IPv6 address", Opening.Ssh("::/0"), "tcp/22 from ::/0"),
        Closed("all global IPv6 addresses", Opening.Ssh("2000::/3"), "tcp/22 from 2000::/3"),
        new("IPv4 and IPv6 in one call", "tcp/22 from 0.0.0.0/0 and ::/0", a => a.Open(Opening.Ssh(Everywhere), Opening.Ssh("::/0")), ["tcp/22 from 0.0.0.0/0", "tcp/22 from ::/0"], None, None),
        new("prefix list that is wide", "tcp/22 from a list that holds 0.0.0.0/1", WideList, ["tcp/22 from pl-0a"], None, None),
        new("prefix list that becomes wide", "a list of the office gets 198.51.100.0/24 as well", WidenedList, ["tcp/22 from pl-0a"], None, None),
        new("foreign prefix list", "tcp/443 from a list of another account", ForeignList, ["tcp/443 from pl-0f"], None, None),
        new("modify an allowed rule", "tcp/443 from 0.0.0.0/0 is modified into tcp/22", Modified, ["tcp/22 from 0.0.0.0/0"], None, None),
        new("group named by name", "tcp/22 from 0.0.0.0/0, groupName instead of groupId", ByName, ["tcp/22 from 0.0.0.0/0"], None, None),
        new("flat parameters", "cidrIp, fromPort and toPort beside an empty ipPermissions", Flat, ["tcp/22 from 0.0.0.0/0"], None, None),
        new("omitted parameters", "a call so long that CloudTrail leaves its parameters out", Omitted, ["tcp/22 from 0.0.0.0/0"], ["tcp/443 from 0.0.0.0/0"], None),
        new("one forbidden among allowed", "tcp/443, tcp/22 and tcp/80 from 0.0.0.0/0 in one call", Among, ["tcp/22 from 0.0.0.0/0"], ["tcp/443 from 0.0.0.0/0", "tcp/80 from 0.0.0.0/0"], None),
        new("tcp forbidden, udp allowed", "port 22 from 0.0.0.0/0, tcp and udp", a => a.Open(Opening.Ssh(Everywhere), new Opening("udp", 22, 22, Everywhere)), ["tcp/22 from 0.0.0.0/0"], ["udp/22 from 0.0.0.0/0"], None),
        new("ICMP", "every ICMP type, and one that is allowed, from 0.0.0.0/0", a => a.Open(new Opening("icmp", -1, -1, Everywhere), new Opening("icmp", 3, 4, Everywhere)), ["icmp from 0.0.0.0/0"], ["icmp/3/4 from 0.0.0.0/0"], None),
        Closed("ESP", new Opening("50", 443, 443, Everywhere), "protocol 50 from 0.0.0.0/0"),
        Left("private addresses", Opening.Ssh("10.0.0.0/8"), "tcp/22 from 10.0.0.0/8"),
        Left("reference to a security group", Opening.Ssh("sg-0b"), "tcp/22 from sg-0b"),
        new("retag out of a selector", "tcp/3306 from 0.0.0.0/0 stands; the tag by which the rule chooses the group is set to another value", Retagged, None, ["tcp/3306 from 0.0.0.0/0"], ["TIER"]),
        new("retag into a selector", "tcp/3306 from 0.0.0.0/0 stands; the group becomes a database", RetaggedInto, ["tcp/3306 from 0.0.0.0/0"], None, None),
    ];

    private static Evasion Closed(string name, Opening opening, string text) => new(name, text, a => a.Open(opening), [text], None, None);

    private static Evasion Left(string name, Opening opening, string text) => new(name, text, a => a.Open(opening), None, [text], None);

    private static IEnumerable<string> Blocks(int from, int to) => Enumerable.Range(from, to - from).Select(i => $"tcp/8443 from {Block(i)}");

    private static string Block(int number) => $"198.18.{4 * number}.0/24";

    private static async Task SixtyBlocks(Attacker attacker)
    {
        for (var i = 0; i < 60; i++) await attacker.Open(new Opening("tcp", 8443, 8443, Block(i)));
    }

    private static Task WideList(Attacker attacker)
    {
        _ = attacker.Ec2.List("pl-0a", "203.0.113.0/24", "0.0.0.0/1");
        return attacker.Open(Opening.Ssh("pl-0a"));
    }

    private static async Task WidenedList(Attacker attacker)
    {
        _ = attacker.Ec2.List("pl-0a", "203.0.113.0/24");
        await attacker.Open(Opening.Ssh("pl-0a"));
        Assert.NotEmpty(attacker.Stays);
        _ = attacker.Ec2.List("pl-0a", "203.0.113.0/24", "198.51.100.0/24");
        var entry = new JsonObject { ["Cidr"] = "198.51.100.0/24", ["tag"] = 1 };
        await attacker.Hear("ModifyManagedPrefixList", new JsonObject { ["ModifyManagedPrefixListRequest"] = new JsonObject { ["PrefixListId"] = "pl-0a", ["CurrentVersion"] = 1, ["AddEntry"] = entry } }, null);
    }

    private static Task ForeignList(Attacker attacker)
    {
        attacker.Ec2.PrefixLists["pl-0f"] = attacker.Ec2.List("pl-0f", "203.0.113.0/24") with { OwnerId = "999988887777" };
        return attacker.Open(new Opening("tcp", 443, 443, "pl-0f"));
    }

    private static async Task Modified(Attacker attacker)
    {
        await attacker.Open(new Opening("tcp", 443, 443, Everywhere, "sgr-0a"));
        Assert.Equal(["tcp/443 from 0.0.0.0/0"], attacker.Stays);
        await attacker.Modify("sgr-0a", Opening.Ssh(Everywhere));
    }

    private static Task ByName(Attacker attacker) => attacker.OpenAsAsked(
        new JsonObject { ["groupName"] = "web", ["ipPermissions"] = new JsonObject { ["items"] = new JsonArray(CallShapes.Asked(Opening.Ssh(Everywhere))) } }, Opening.Ssh(Everywhere));

    private static Task Flat(Attacker attacker) => attacker.OpenAsAsked(
        new JsonObject { ["groupId"] = FakeEc2.GroupId, ["ipProtocol"] = "tcp", ["fromPort"] = 22, ["toPort"] = 22, ["cidrIp"] = Everywhere, ["ipPermissions"] = new JsonObject() }, Opening.Ssh(Everywhere));

    private static Task Omitted(Attacker attacker)
    {
        attacker.Stand(Opening.Ssh(Everywhere), new Opening("tcp", 443, 443, Everywhere));
        return attacker.Hear("AuthorizeSecurityGroupIngress", new JsonObject { ["groupId"] = FakeEc2.GroupId, ["omitted"] = true }, null);
    }

    private static Task Among(Attacker attacker) =>
        attacker.Open(new Opening("tcp", 443, 443, Everywhere), Opening.Ssh(Everywhere), new Opening("tcp", 80, 80, Everywhere));

    private static Task Retagged(Attacker attacker) => Retag(attacker, "scratch");

    private static Task RetaggedInto(Attacker attacker) => Retag(attacker, "database");

    private static Task Retag(Attacker attacker, string tier)
    {
        attacker.Stand(new Opening("tcp", 3306, 3306, Everywhere));
        attacker.Ec2.Tags["Tier"] = tier;
        JsonObject Items(JsonObject item) => new() { ["items"] = new JsonArray(item) };
        return attacker.Hear("CreateTags", new JsonObject
        {
            ["resourcesSet"] = Items(new JsonObject { ["resourceId"] = FakeEc2.GroupId }),
            ["tagSet"] = Items(new JsonObject { ["key"] = "Tier", ["value"] = tier }),
        }, new JsonObject { ["_return"] = true });
    }
}
