using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Verdicts.Trimming.Model;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts.Trimming;

namespace Remediator.Core.Tests.Verdicts.Trimming;

/// <summary>Trim against a second one that asks of each service and address by itself and finds the fewest pieces by trying.</summary>
public sealed class TrimmerModelTests
{
    private const int Cases = 20_000;

    private static readonly ServiceSet[] Services = [.. Enumerable.Range(0, 16).Select(Service)];

    [Fact]
    public void Trim_agrees_with_brute_force_on_random_rules_and_permissions()
    {
        var seed = Effort.Seed(20261121);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new RandomTrimCase(new Random(seed));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Effort.Times(Cases); i++)
        {
            var c = random.Next();
            var expected = TrimModel.Of(c);
            var problem = Differs(c, expected, Cut(c));
            if (problem is not null) Assert.Fail($"{problem}: seed {seed}, case {i}: {c}");
            foreach (var kind in Kinds(c, expected)) seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }

        // A hunt that never meets a case proves nothing of it.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", seen.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {s.Value}")));
        Assert.Equal(9, seen.Count(s => s.Value > Cases / 100));
    }

    private static IEnumerable<string> Kinds(TrimCase c, TrimModel expected)
    {
        yield return c.Peer is not null ? "block" : c.Exact ? "list" : "group";
        yield return (expected.OwnPieces, expected.InnerPieces) switch { (0, 0) => "nothing", (_, 0) => "own alone", (0, _) => "inner alone", _ => "both" };
        if (expected.InnerPieces > 2) yield return "many inner";
        if (c.Protocol == "-1") yield return "all protocols";
    }

    private static string? Differs(TrimCase c, TrimModel expected, Cut cut)
    {
        var read = new PieceReader(c);
        foreach (var piece in cut.Pieces) read.Read(piece);
        var shown = string.Join("; ", cut.Pieces);
        for (var s = 0; s < 16; s++)
            for (var a = 0; a < 8; a++)
                if (read.Opens(s, a) != expected.Kept[s, a]) return $"{TrimUniverse.Services[s].Name} from address {a} is open: {!expected.Kept[s, a]} ({shown})";
        if ((read.Own, read.Inner) != (expected.OwnPieces, expected.InnerPieces)) return $"expected {expected.OwnPieces} and {expected.InnerPieces} pieces: {shown}";
        return cut.Dropped.Equals(Traffic(c, expected.Dropped)) ? null : $"dropped is {cut.Dropped.Services} from {cut.Dropped.Addresses}";
    }

    private static Cut Cut(TrimCase c)
    {
        Peer peer = c.Peer is not null ? new Peer.Block(Given.Block(c.Peer), c.Peer) : c.Exact ? new Peer.PrefixList(Given.PrefixList) : new Peer.Group(Given.Group, null, null);
        var permission = Permission.Create(Direction.Ingress, c.Protocol, c.From, c.To, peer, out _)!;
        var policy = Given.Policy() with { NamedProtocols = [.. c.Named.Select(n => new Protocol((byte)n))] };
        var rules = c.Rules.Select(r => new Opposed(Traffic(c, r.Denied), Traffic(c, r.Allowed))).ToImmutableArray();
        return Trimmer.Cut(Direction.Ingress, permission, Addresses(c, a => c.Reach[a]), c.Exact, rules, Traffic(c, c.Waived), policy, _ => true);
    }

    private static TrafficSet Traffic(TrimCase c, bool[,] table) => Enumerable.Range(0, 16).Aggregate(
        TrafficSet.Empty, (sum, s) => sum.Union(TrafficSet.Of(Services[s], Addresses(c, a => table[s, a]))));

    private static AddressSet Addresses(TrimCase c, Func<int, bool> holds) =>
        Given.Blocks([.. c.Universe.Blocks.Where(b => b.Size == 1 && holds(b.First)).Select(b => b.Text)]);

    private static ServiceSet Service(int number)
    {
        var (_, protocol, from, to, _) = TrimUniverse.Services[number];
        return (number, protocol) switch
        {
            (15, _) => ServiceSet.All.Minus(Enumerable.Range(0, 15).Aggregate(ServiceSet.Empty, (sum, s) => sum.Union(ServiceSet.Whole(new((byte)TrimUniverse.Services[s].Protocol))))),
            (11, _) => ServiceSet.Whole(Protocol.Icmp).Minus(Service(9)).Minus(Service(10)),
            (_, 6 or 17) => ServiceSet.Ports(new((byte)protocol), (ushort)from, (ushort)to),
            (_, 1) => ServiceSet.Icmp(Protocol.Icmp, byte.CreateChecked(from), null),
            _ => ServiceSet.Whole(new((byte)protocol)),
        };
    }
}
