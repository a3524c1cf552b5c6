using System.Globalization;
using System.Numerics;
using System.Text;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>Random values that the ledger's documents are made of: every member is set at times, and every text is hostile at times.</summary>
internal class RandomParts(Random random)
{
    private static readonly string[] Pieces =
    [
        "a", "Z", " ", "0", "\"", "'", "`", "\\", "/", "\n", "\r\n", "\t", "\0", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\u2029", "\u202e", "\u2066", "\u200b", "\ufeff", "\ufffe", "\uffff",
        "\u0301", "é", "中", "👩🏽", "👨‍👩‍👧", "💣", "𝒳", "\U0010ffff", "<b>", "{}", "]", ",", "\\u0041", "</script>", "\ue000",
    ];

    private static readonly string[] Words = ["alpha", "beta", "gamma", "web", "database", "team-7", ""];

    private readonly TrafficSet[] _few = new TrafficSet[8];

    protected Random Random { get; } = random;

    public string Text()
    {
        if (Random.Next(3) > 0) return Words[Random.Next(Words.Length)];
        var text = new StringBuilder();
        for (var left = Random.Next(12); left > 0; left--) text.Append(Pieces[Random.Next(Pieces.Length)]);
        return text.ToString();
    }

    public string? MaybeText() => Flag() ? Text() : null;

    public bool Flag() => Random.Next(2) == 0;

    public bool? MaybeFlag() => Flag() ? Flag() : null;

    public T Any<T>()
        where T : struct, Enum => Random.GetItems(Enum.GetValues<T>(), 1)[0];

    public T? Maybe<T>()
        where T : struct, Enum => Flag() ? Any<T>() : null;

    public ImmutableArray<T> Some<T>(Func<T> one, int most = 3)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        for (var left = Random.Next(most + 1); left > 0; left--) all.Add(one());
        return all.ToImmutable();
    }

    /// <summary>Any tick of any year, in any of the offsets that exist.</summary>
    public DateTimeOffset Time() =>
        new DateTimeOffset(Random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(Flag() ? 0 : Random.Next(-840, 841)));

    public DateTimeOffset? MaybeTime() => Flag() ? Time() : null;

    public GroupKey Group() => new(Flag() ? "111122223333" : "444455556666", Flag() ? "eu-west-1" : Text(), $"sg-{Random.Next(5)}");

    public Cidr Block() => Flag()
        ? Cidr.Around(AddressFamily.IPv4, (uint)Random.NextInt64(1L << 32), Random.Next(33))
        : Cidr.Around(AddressFamily.IPv6, new((ulong)Random.NextInt64(), (ulong)Random.NextInt64()), Random.Next(129));

    public Cidr Address() => Block() is var block && block.Family == AddressFamily.IPv4 ? Cidr.Around(AddressFamily.IPv4, block.First, 32) : Cidr.Around(AddressFamily.IPv6, block.First, 128);

    public AddressSet Addresses() => Random.Next(6) == 0 ? AddressSet.All : AddressSet.From(Some(Block, 5));

    public ServiceSet Services() => Random.Next(5) == 0 ? ServiceSet.All
        : ServiceSet.FromPoints(IntervalSet<uint>.From(Some(() => Points(), 4)));

    /// <summary>One of a few, as a policy's rules repeat over verdicts; also because making sets takes longer than writing them.</summary>
    public TrafficSet Traffic() => _few[Random.Next(_few.Length)] is var known && (known is null || Random.Next(20) == 0) ? _few[Random.Next(_few.Length)] = NewTraffic() : known;

    private TrafficSet NewTraffic() => Some(() => TrafficSet.Of(Services(), Addresses()), 3).Aggregate(TrafficSet.Empty, (sum, part) => sum.Union(part));

    public BigInteger Count() => Flag() ? Random.Next() : (BigInteger.One << Random.Next(129)) - Random.Next(2);

    public Peer Peer()
    {
        var block = Block();
        return Random.Next(4) switch
        {
            0 => new Peer.Block(block, block.ToString()),
            1 => new Peer.Block(block, Text()),
            2 => new Peer.PrefixList($"pl-{Text()}"),
            _ => new Peer.Group($"sg-{Text()}", MaybeText(), MaybeText()),
        };
    }

    public Permission Permission()
    {
        var (protocol, from, to) = Random.Next(8) switch
        {
            0 => ("-1", (int?)null, (int?)null),
            1 => ("tcp", null, null),
            2 => ("tcp", -1, -1),
            3 => ("udp", Random.Next(100), 100 + Random.Next(65_000)),
            4 => ("icmp", Random.Next(-1, 256), -1),
            5 => ("icmpv6", 128, null),
            6 => (Random.Next(18, 58).ToString(CultureInfo.InvariantCulture), Flag() ? Random.Next() : null, null),
            _ => ("tcp", 22, 22),
        };
        var permission = Groups.Permission.Create(Any<Direction>(), protocol, from, to, Peer(), out var problem);
        Assert.True(permission is not null, problem);
        return permission with { RuleId = MaybeText(), Description = MaybeText(), Tags = Some(() => KeyValuePair.Create(Text(), Text())) };
    }

    public Rule Rule() => new(
        Text(), Text(), Maybe<Direction>(), Traffic(), Traffic(), Any<Severity>(), Any<RuleAction>(), Any<RuleAction>(), Maybe<Mode>(), Text(), Some(Text), new Place(Text(), Random.Next(), Random.Next()))
    {
        Kind = Any<RuleKind>(),
        WhenLedgerDown = Any<WhenLedgerDown>(),
        Sweep = Maybe<Sweep>(),
        Review = Flag() ? DateOnly.FromDateTime(Time().Date) : null,
        MaxAddresses = Flag() ? new(Flag() ? Random.NextInt64() : null, Flag() ? 1 : null) : null,
    };

    public Waiver Waiver() => new(
        Text(), Group(), Any<Direction>(), Services(), Addresses(), [.. Some(Text)], Text(), Text(), MaybeText(), Time(), Time())
    { ReviewBy = MaybeTime(), Undoes = MaybeText() };

    private Interval<uint> Points()
    {
        var (a, b) = ((uint)Random.Next((int)ServiceSet.Last + 1), (uint)Random.Next((int)ServiceSet.Last + 1));
        return new(Math.Min(a, b), Math.Max(a, b));
    }
}
