namespace Remediator.Core.Tests.Verdicts.Trimming.Model;

internal sealed class RandomTrimCase(Random random)
{
    private static readonly (string Protocol, int? From, int? To, int First, int Last)[] Permissions =
    [
        ("-1", null, null, 0, 15), ("-1", null, null, 0, 15), ("tcp", 0, 65535, 0, 5), ("tcp", 0, 65535, 0, 5), ("6", -1, -1, 0, 5), ("tcp", 22, 22, 2, 2),
        ("tcp", 21, 24, 1, 4), ("tcp", 0, 22, 0, 2), ("tcp", 23, 65535, 3, 5), ("udp", 0, 65535, 6, 8), ("udp", 53, 53, 7, 7),
        ("icmp", -1, -1, 9, 11), ("icmp", 8, -1, 10, 10), ("icmpv6", null, null, 12, 12), ("50", 0, 0, 14, 14), ("47", null, null, 13, 13),
    ];

    /// <summary>A case in which every rule forbids some of the permission.</summary>
    public TrimCase Next()
    {
        while (true)
        {
            var c = Any();
            if (c.Rules.All(r => Enumerable.Range(0, 16).Any(s => c.Own[s] && Enumerable.Range(0, 8).Any(a => c.Reach[a] && r.Denied[s, a] && !r.Allowed[s, a])))) return c;
        }
    }

    private TrimCase Any()
    {
        var universe = new TrimUniverse(random.Next(4) switch { 0 => 0, 1 => 4, _ => 8 });
        var (protocol, from, to, first, last) = Permissions[random.Next(Permissions.Length)];
        var kind = random.Next(8);
        var block = Block(universe);
        var reach = kind < 6 ? Row(block) : Both(Row(Block(universe)), Row(block));
        return new(
            universe,
            protocol,
            from,
            to,
            [.. Enumerable.Range(0, 16).Select(s => first <= s && s <= last)],
            kind < 6 ? block.Text : null,
            reach,
            kind < 7,
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Table(universe, random.Next(1, 3)), Table(universe, random.Next(4), 2)))],
            Table(universe, random.Next(5) == 0 ? 1 : 0),
            [.. new[] { 47, 50 }.Where(_ => random.Next(3) == 0)]);
    }

    private (string Text, int First, int Size) Block(TrimUniverse universe)
    {
        var blocks = universe.Blocks.ToArray();
        return blocks[random.Next(2) == 0 ? random.Next(blocks.Length) : blocks.Length - 1 - random.Next(Math.Min(3, blocks.Length))];
    }

    private static bool[] Row((string Text, int First, int Size) block) => [.. Enumerable.Range(0, 8).Select(a => block.First <= a && a < block.First + block.Size)];

    private static bool[] Both(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];

    /// <summary>Some services from some addresses, and again as often as asked.</summary>
    /// <param name="seldom">One in so many is of all services.</param>
    private bool[,] Table(TrimUniverse universe, int products, int seldom = 8)
    {
        var table = new bool[16, 8];
        for (var n = 0; n < products; n++)
        {
            var form = random.Next(seldom) == 0 ? (First: 0, Last: 15, Cost: 0) : random.Next(2) == 0 ? TrimUniverse.Forms[random.Next(21)] : TrimUniverse.Forms[random.Next(TrimUniverse.Forms.Length)];
            var row = random.Next(3) == 0 ? Row(("", 0, 8)) : Row(Block(universe));
            for (var s = form.First; s <= form.Last; s++)
                for (var a = 0; a < 8; a++) table[s, a] |= row[a];
        }

        return table;
    }
}
