using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class AddressSetBlocksTests
{
    private const int Corner = 8;

    /// <summary>Every subset of eight addresses at the beginning, in the middle and at the end of each family.</summary>
    [Theory]
    [InlineData(AddressFamily.IPv4, "0")]
    [InlineData(AddressFamily.IPv4, "2147483640")]
    [InlineData(AddressFamily.IPv4, "4294967288")]
    [InlineData(AddressFamily.IPv6, "0")]
    [InlineData(AddressFamily.IPv6, "340282366920938463463374607431768211448")]
    public void Blocks_of_a_set_are_the_set_and_the_fewest(AddressFamily family, string first)
    {
        var start = UInt128.Parse(first, null);
        for (var bits = 0; bits < 1 << Corner; bits++)
        {
            var chosen = Enumerable.Range(0, Corner).Where(i => ((bits >> i) & 1) == 1).ToList();
            var set = AddressSet.From(chosen.Select(i => Cidr.Around(family, start + (UInt128)i, Cidr.Width(family))));
            var blocks = set.ToCidrs();
            Assert.Equal(set, AddressSet.From(blocks));
            Assert.Equal(Fewest(bits, Corner), blocks.Length);
        }
    }

    [Fact]
    public void Blocks_of_any_set_are_the_set()
    {
        foreach (var set in RandomSets.Fixed(RandomSets.Addresses, Effort.Times(2000))) Assert.Equal(set, AddressSet.From(set.ToCidrs()));
    }

    [Fact]
    public void Everything_is_one_block_of_each_family()
    {
        Assert.Equal("0.0.0.0/0, ::/0", AddressSet.All.ToString());
        Assert.Equal("none", AddressSet.Empty.ToString());
    }

    [Fact]
    public void Everything_but_the_last_address_takes_one_block_for_each_bit()
    {
        var last = AddressSet.From([Cidr.Around(AddressFamily.IPv4, uint.MaxValue, 32), Cidr.Around(AddressFamily.IPv6, UInt128.MaxValue, 128)]);
        Assert.Equal(32 + 128, AddressSet.All.Minus(last).ToCidrs().Length);
    }

    /// <summary>A half that is full is one block, one that is empty none, any other is what its own halves are.</summary>
    private static int Fewest(int bits, int width)
    {
        if (bits == 0) return 0;
        if (bits == (1 << width) - 1) return 1;
        var half = width / 2;
        return Fewest(bits & ((1 << half) - 1), half) + Fewest(bits >> half, half);
    }
}
