using System.Globalization;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Cases whose ports, protocols, blocks, lists and groups come from few places, so that they meet, touch and miss each other by one.</summary>
internal sealed class RandomCase(Random random)
{
    private static readonly string[] GroupIds = ["sg-own", "sg-2", "sg-3"];
    private static readonly string[] Roles = ["arn:aws:iam::111122223333:role/terraform", "arn:aws:iam::111122223333:role/admin"];
    private static readonly string[] Owners = ["AWS", "111122223333", "444455556666", "999988887777"];
    private static readonly string[] ListNames = ["office", "partners"];

    public ModelCase Next()
    {
        var asked = Many(random.Next(4) == 0 ? random.Next(2, 4) : 1, Permission);
        return new(
            random.Next(5) > 0, Rules(), asked, random.Next(3) == 0 ? null : Many(random.Next(3), Permission), random.Next(4) == 0,
            Group("sg-own"), [Group("sg-2"), Group("sg-3")], [List("pl-1"), List("pl-2"), List("pl-3")],
            Many(Math.Max(0, random.Next(5) - 2), Waiver), random.Next(3) == 0 ? null : Pick(Roles));
    }

    private ModelRule[] Rules()
    {
        var rules = Enumerable.Range(1, random.Next(1, 4)).Select(Rule).ToList();
        if (random.Next(6) == 0) rules.Add(Rule(7) with { Kind = "changes", Id = "C1", Ingress = null, Deny = [], Unless = [], Action = random.Next(2) * 2, Undecided = 0, Allows = Pick(Roles), HasLimit = false });
        if (random.Next(6) == 0) rules.Add(Rule(8) with { Kind = "baseline", Id = "B1", Ingress = random.Next(3) > 0, Deny = [], Undecided = 0, HasLimit = false });
        return [.. rules];
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private static T[] Many<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private bool? Maybe() => random.Next(3) switch { 0 => null, var n => n == 1 };

    private ModelGroup Group(string id) => new(id, random.Next(3) == 0 ? null : Pick(["web-1", "db-1"]), random.Next(3) > 0, Pick(["web", "database", null]), random.Next(8) == 0);

    private ModelList List(string id)
    {
        string[]? entries = random.Next(3) == 0 ? null : [.. Many(random.Next(4), () => Pick(Universe.Blocks))];
        return new(id, Pick(ListNames), Pick(Owners), entries, random.Next(3) == 0);
    }

    private ModelPermission Permission()
    {
        var protocol = Pick(Universe.Protocols);
        var (from, to) = PortsOf(protocol);
        var peer = random.Next(6) switch { 0 => Pick(GroupIds), 1 => Pick(["pl-1", "pl-2"]), _ => Pick(Universe.Blocks) };
        return new(random.Next(4) > 0, protocol, from, to, peer);
    }

    private ModelWaiver Waiver() => new(
        "W" + random.Next(100).ToString(CultureInfo.InvariantCulture), random.Next(6) == 0 ? "sg-2" : "sg-own", random.Next(4) > 0,
        random.Next(2) == 0 ? [ServiceBox.All] : Many(2, Service), Many(random.Next(4), () => Pick(Universe.Blocks)),
        random.Next(3) == 0 ? [Pick(["pl-1", "pl-2", "sg-own", "sg-2"])] : [], random.Next(5) - 3, random.Next(5));

    private ModelSelector Selector(int depth) => random.Next(depth == 0 ? 4 : 8) switch
    {
        0 => new("id", Pick(GroupIds)),
        1 => new("name", Pick(["web", "db", ""])),
        2 or 3 => new("tag", Pick(["web", "data", ""])),
        4 => new("except", "", Selector(depth - 1)),
        5 => new("both", "", Selector(depth - 1), Selector(depth - 1)),
        6 => new("either", "", Selector(depth - 1), Selector(depth - 1)),
        _ => new("any"),
    };

    private ModelRule Rule(int number) => new(
        "rule", "R" + number.ToString(CultureInfo.InvariantCulture), Maybe(), Many(random.Next(1, 3), Product), Many(Math.Max(0, random.Next(4) - 1), Product),
        random.Next(3) == 0 ? Selector(2) : new("any"), random.Next(5), random.Next(3), random.Next(2) * 2, Maybe())
    {
        HasLimit = random.Next(7) == 0,
        MaxIPv4 = random.Next(4) == 0 ? null : Pick([0L, 1, 128, 256, 257, 65536, 1L << 31]),
        MaxIPv6 = random.Next(3) == 0 ? null : Pick([0L, 1, 2, 1L << 32]),
    };

    private ModelProduct Product() => new(Many(random.Next(1, 3), Service), Many(random.Next(1, 3), Term));

    private ModelTerm Term() => random.Next(11) switch
    {
        0 => new("anywhere"),
        1 or 2 => new("internet"),
        3 => new("private"),
        4 => new("self"),
        5 => new("group", "", Selector(1)),
        6 or 7 => new("list", Pick(["pl-1", "pl-2", "pl-3", "office", "partners"])),
        8 => new("foreign"),
        _ => new("block", Pick(Universe.Blocks)),
    };

    private ServiceBox Service()
    {
        if (random.Next(4) == 0) return ServiceBox.All;
        var protocol = Pick(Universe.Protocols);
        var (from, to) = PortsOf(protocol);
        return ServiceBox.OfPermission(protocol, from, to);
    }

    /// <summary>Ports as EC2 may show them with the protocol: given, -1 or missing; any nonsense where they are ignored.</summary>
    private (int? From, int? To) PortsOf(string protocol)
    {
        if (random.Next(6) == 0) return random.Next(2) == 0 ? (null, null) : (-1, -1);
        var (a, b) = (Pick(Universe.Ports), Pick(Universe.Ports));
        return protocol switch
        {
            "tcp" or "6" or "TCP" or "udp" or "17" => random.Next(3) == 0 ? (a, a) : (Math.Min(a, b), Math.Max(a, b)),
            "icmp" or "1" or "icmpv6" or "58" => random.Next(5) switch
            {
                0 => (-1, Pick(Universe.Codes)),
                1 => (Pick(Universe.Types), null),
                2 => (Pick(Universe.Types), -1),
                _ => (Pick(Universe.Types), Pick(Universe.Codes)),
            },
            _ => (b, a),
        };
    }
}
