using Remediator.Core.Tests.Groups;
using Remediator.Core.Tests.Network;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>Permissions that could go without any traffic being shut out.</summary>
public sealed class RedundancyTests
{
    private const string Other = "sg-0bbbbbbbbbbbbbbbb";

    [Fact]
    public void Redundant_is_a_rule_for_the_VPN_on_a_port_that_is_open_to_all() =>
        Assert.Equal(
            ["ingress tcp/443 202.131.107.130/32 by ingress tcp/443 0.0.0.0/0"],
            Found(Given.Opening("tcp", 443, 443, "202.131.107.130/32"), Given.Opening("tcp", 443, 443, "0.0.0.0/0"), Given.Opening("tcp", 22, 22, "202.131.107.130/32")));

    [Fact]
    public void Redundant_is_a_port_beside_a_range_that_has_it() =>
        Assert.Equal(
            ["ingress tcp/443 10.0.0.0/8 by ingress tcp 10.0.0.0/8"],
            Found(Given.Opening("tcp", 443, 443, "10.0.0.0/8"), Given.Opening("tcp", 0, 65535, "10.0.0.0/8")));

    [Fact]
    public void Redundant_of_two_equal_ones_is_the_later()
    {
        var (first, second) = (Given.Opening("6", 22, 22, "10.0.0.0/8") with { RuleId = "sgr-1" }, Given.Opening("tcp", 22, 22, "10.0.0.0/8") with { RuleId = "sgr-2" });
        var redundant = Assert.Single(Redundancy.In([first, second], None));
        Assert.Equal(("sgr-2", "sgr-1"), (redundant.Permission.RuleId, Assert.Single(redundant.Covers).RuleId));
    }

    [Fact]
    public void Redundant_is_what_several_admit_together() =>
        Assert.Equal(
            ["ingress tcp/20-30 0.0.0.0/0 by ingress tcp/0-25 0.0.0.0/0, ingress tcp/25-40 0.0.0.0/0"],
            Found(Given.Opening("tcp", 20, 30, "0.0.0.0/0"), Given.Opening("tcp", 0, 25, "0.0.0.0/0"), Given.Opening("tcp", 25, 40, "0.0.0.0/0"), Given.Opening("tcp", 22, 25, "9.0.0.0/8"))
                .Where(text => text.StartsWith("ingress tcp/20", StringComparison.Ordinal)));

    [Fact]
    public void Redundant_are_two_halves_beside_the_whole_whatever_the_order()
    {
        Permission[] all = [Given.Opening("tcp", 80, 80, "0.0.0.0/1"), Given.Opening("tcp", 80, 80, "128.0.0.0/1"), Given.Opening("tcp", 80, 80, "0.0.0.0/0")];
        Assert.Equal(["0.0.0.0/1", "128.0.0.0/1"], Redundancy.In([.. all], None).Select(r => r.Permission.Peer.Text));
        Assert.Equal(["128.0.0.0/1", "0.0.0.0/1"], Redundancy.In([.. all.Reverse()], None).Select(r => r.Permission.Peer.Text));
    }

    [Fact]
    public void Redundant_is_nothing_across_directions_families_and_peers() =>
        Assert.Empty(Found(
            Given.Opening("tcp", 22, 22, "0.0.0.0/0"),
            Given.Opening("tcp", 22, 22, "10.0.0.0/8", Direction.Egress),
            Given.Opening("tcp", 22, 22, "::/0"),
            Given.Opening("tcp", 22, 22, Given.Group),
            Given.Opening("tcp", 22, 22, Other),
            Given.Opening("tcp", 22, 22, Given.PrefixList),
            Given.Opening("udp", 22, 22, "10.0.0.0/8")));

    [Fact]
    public void Redundant_is_a_reference_beside_a_wider_one_to_the_same_group_or_list() =>
        Assert.Equal(
            [$"ingress tcp/22 {Given.Group} by ingress all {Given.Group}", $"ingress tcp/22 {Given.PrefixList} by ingress tcp/20-30 {Given.PrefixList}"],
            Found(
                Given.Opening("tcp", 22, 22, Given.Group),
                Given.Opening("-1", null, null, Given.Group),
                Given.Opening("tcp", 22, 22, Given.PrefixList),
                Given.Opening("tcp", 20, 30, Given.PrefixList)));

    [Fact]
    public void Redundant_is_a_list_that_was_read_beside_blocks_that_hold_its_entries_and_the_other_way_round()
    {
        var lists = None.Add(Given.PrefixList, new(Given.PrefixList, null, null, Given.Blocks("203.0.113.0/24", "198.51.100.0/24")));
        ImmutableArray<Permission> narrow = [Given.Opening("tcp", 22, 22, Given.PrefixList), Given.Opening("tcp", 22, 22, "203.0.113.0/25")];
        Assert.Equal("203.0.113.0/25", Assert.Single(Redundancy.In(narrow, lists)).Permission.Peer.Text);
        ImmutableArray<Permission> wide = [Given.Opening("tcp", 22, 22, Given.PrefixList), Given.Opening("tcp", 22, 22, "192.0.0.0/4")];
        Assert.Equal(Given.PrefixList, Assert.Single(Redundancy.In(wide, lists)).Permission.Peer.Text);
        // An empty list may be filled at any time.
        Assert.Empty(Redundancy.In(wide, None.Add(Given.PrefixList, new(Given.PrefixList, null, null, AddressSet.Empty))));
        Assert.Empty(Redundancy.In(wide, None.Add(Given.PrefixList, null)));
    }

    [Fact]
    public void Redundant_of_none_and_of_one_is_nothing()
    {
        Assert.Empty(Redundancy.In([], None));
        Assert.Empty(Found(Given.Opening("-1", null, null, "0.0.0.0/0")));
    }

    [Fact]
    public void Redundancy_of_many_that_overlap_is_found_in_bounded_time()
    {
        // Each range overlaps the 150 before it and the 150 behind it.
        var many = Enumerable.Range(0, 200).Select(i => Given.Opening("tcp", i, i + 150, "10.0.0.0/8")).Append(Given.Opening("tcp", 0, 349, "10.0.0.0/9"));
        var redundant = Redundancy.In([.. many], None);
        Assert.NotEmpty(redundant);
        foreach (var r in redundant) AssertCovered(r);
    }

    [Fact]
    public void Redundancy_agrees_with_brute_force_on_random_groups()
    {
        var seed = Effort.Seed(20261122);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var (random, found) = (new Random(seed), 0);
        for (var i = 0; i < Effort.Times(3_000); i++)
        {
            var boxes = Enumerable.Range(0, random.Next(2, 9)).Select(_ => Box(random)).ToArray();
            var permissions = boxes.Select(b => Given.Opening("tcp", b.From, b.To, $"10.0.0.{b.First}/{b.Length}")).ToImmutableArray();
            var redundant = Redundancy.In(permissions, None);
            var gone = redundant.Select(r => permissions.IndexOf(r.Permission, 0, permissions.Length, ReferenceEqualityComparer.Instance)).ToHashSet();
            var kept = Enumerable.Range(0, boxes.Length).Where(n => !gone.Contains(n)).ToList();
            var where = $"seed {seed}, case {i}: {string.Join("; ", permissions)}";
            Assert.True(Union(kept.Select(n => boxes[n].Cells)) == Union(boxes.Select(b => b.Cells)), $"something is shut out: {where}");
            foreach (var n in kept) Assert.True((boxes[n].Cells & ~Union(kept.Where(k => k != n).Select(k => boxes[k].Cells))) != 0, $"{permissions[n]} is redundant: {where}");
            foreach (var r in redundant)
            {
                var own = boxes[permissions.IndexOf(r.Permission, 0, permissions.Length, ReferenceEqualityComparer.Instance)].Cells;
                var least = SmallestCover.Cost(own, kept.Select(n => (boxes[n].Cells & own, 1)));
                Assert.True(least == r.Covers.Length, $"{r.Permission} needs {least}, not {string.Join(", ", r.Covers)}: {where}");
                AssertCovered(r);
                found++;
            }
        }

        Assert.True(found > 3_000, $"only {found} were redundant");
    }

    private static readonly ImmutableDictionary<string, PrefixList?> None = ImmutableDictionary<string, PrefixList?>.Empty;

    private static void AssertCovered(Redundant redundant)
    {
        static TrafficSet Traffic(Permission p) => TrafficSet.Of(p.Services, AddressSet.From(((Peer.Block)p.Peer).Cidr));
        Assert.True(redundant.Covers.Aggregate(Traffic(redundant.Permission), (left, p) => left.Minus(Traffic(p))).IsEmpty);
    }

    private static (int From, int To, int First, int Length, UInt128 Cells) Box(Random random)
    {
        var (a, b, bits) = (random.Next(8), random.Next(8), random.Next(5));
        var (from, to, size) = (Math.Min(a, b), Math.Max(a, b), 1 << bits);
        var first = random.Next(16 / size) * size;
        var cells = UInt128.Zero;
        for (var port = from; port <= to; port++)
            for (var address = first; address < first + size; address++) cells |= UInt128.One << (16 * port + address);
        return (from, to, first, 32 - bits, cells);
    }

    private static UInt128 Union(IEnumerable<UInt128> cells) => cells.Aggregate(UInt128.Zero, (sum, c) => sum | c);

    private static IEnumerable<string> Found(params Permission[] permissions) =>
        Redundancy.In([.. permissions], None).Select(r => $"{r.Permission} by {string.Join(", ", r.Covers)}");
}
