using Remediator.Network;

namespace Remediator.Core.Tests.Network;

/// <summary>Questions that build no set, and the count of subnets, against the sets that they do not build.</summary>
public sealed class LookupTests
{
    [Theory]
    [InlineData("2001:db8::/64", 1)]
    [InlineData("2001:db8::7/128", 1)]
    [InlineData("2001:db8::/63", 2)]
    [InlineData("2001:db8::/128 2001:db8::ffff/128", 1)]
    [InlineData("2001:db8::/64 2001:db8:0:1::/128 2001:db8:0:2::/127", 3)]
    [InlineData("::1/128 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", 2)]
    [InlineData("0.0.0.0/0", 0)]
    public void Subnets_are_counted_once_each_however_little_of_them_there_is(string blocks, int expected) =>
        Assert.Equal((UInt128)expected, Set(blocks).CountOfSubnets());

    [Fact]
    public void All_of_IPv6_has_as_many_subnets_as_64_bits_count() => Assert.Equal(UInt128.One << 64, AddressSet.All.CountOfSubnets());

    [Fact]
    public void Long_lists_answer_as_short_ones_do()
    {
        var seed = Effort.Seed(5);
        var random = new Random(seed);
        for (var i = 0; i < Effort.Times(2000); i++)
        {
            var many = AddressSet.From(Enumerable.Range(0, random.Next(300)).Select(_ => Block(random)));
            var few = AddressSet.From(Enumerable.Range(0, random.Next(3)).Select(_ => Block(random)));
            var block = Block(random);
            var slow = many.ToCidrs().Any(c => c.Family == block.Family && c.First <= block.Last && block.First <= c.Last);
            var where = $"seed {seed}, case {i}: {block} and {few} in {many}";

            Assert.True(slow == many.Overlaps(block), where);
            Assert.True(slow == many.Overlaps(AddressSet.From(block)), where);
            Assert.True(slow == TrafficSet.Of(ServiceSet.All, many).Overlaps(ServiceSet.Whole(Protocol.Tcp), block), where);
            Assert.True(many.Overlaps(few) == !many.Minus(many.Minus(few)).IsEmpty, where);
            Assert.True(many.Intersect(few).Equals(many.Minus(many.Minus(few))), where);
            Assert.True(few.Intersect(many).Equals(many.Intersect(few)), where);
            Assert.True(many.Covers(few) == few.Minus(many).IsEmpty, where);
            Assert.True(many.Of(AddressFamily.IPv4).Union(many.Of(AddressFamily.IPv6)).Equals(many), where);
        }
    }

    /// <summary>From a corner where blocks touch and overlap.</summary>
    private static Cidr Block(Random random) => random.Next(2) == 0
        ? Cidr.Around(AddressFamily.IPv4, (UInt128)(0xCB007100u + (uint)random.Next(2048)), random.Next(4) == 0 ? random.Next(20, 33) : 32)
        : Cidr.Around(AddressFamily.IPv6, ((UInt128)0x20010DB8 << 96) + (UInt128)random.Next(4096), random.Next(4) == 0 ? random.Next(110, 129) : 128);

    private static AddressSet Set(string blocks) => AddressSet.From(blocks.Split(' ').Select(text =>
    {
        Assert.True(Cidr.TryParse(text, out var cidr), text);
        return cidr;
    }));
}
