using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class CidrTests
{
    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("255.255.255.255/32", "255.255.255.255/32")]
    [InlineData("203.0.113.7", "203.0.113.7/32")]
    [InlineData("100.68.0.18/18", "100.68.0.0/18")]
    [InlineData("203.0.113.255/1", "128.0.0.0/1")]
    [InlineData("::/0", "::/0")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("2001:DB8:0:0:0:0:0:1/128", "2001:db8::1/128")]
    [InlineData("2001:0db8::ff/32", "2001:db8::/32")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/127", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe/127")]
    [InlineData("64:ff9b::192.0.2.33/128", "64:ff9b::c000:221/128")]
    [InlineData("::ffff:203.0.113.7/128", "::ffff:203.0.113.7/128")]
    [InlineData("1:2:3:4:5:6:7::/128", "1:2:3:4:5:6:7:0/128")]
    public void Cidr_that_is_well_formed_is_read_in_canonical_form(string text, string canonical)
    {
        Assert.True(Cidr.TryParse(text, out var cidr));
        Assert.Equal(canonical, cidr.ToString());
        Assert.True(Cidr.TryParse(canonical, out var again));
        Assert.Equal(cidr, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/24")]
    [InlineData("0.0.0.0/")]
    [InlineData("0.0.0.0/33")]
    [InlineData("0.0.0.0/00")]
    [InlineData("0.0.0.0/08")]
    [InlineData("0.0.0.0/-1")]
    [InlineData("0.0.0.0/+1")]
    [InlineData("0.0.0.0/ 8")]
    [InlineData("0.0.0.0/8/8")]
    [InlineData("0.0.0.0/255.0.0.0")]
    [InlineData("0.0.0.0/4294967304")]
    [InlineData("0.0.0.0/٨")]
    [InlineData(" 10.0.0.0/8")]
    [InlineData("10.0.0.0/8\n")]
    [InlineData("10.0.0/8")]
    [InlineData("10/8")]
    [InlineData("167772160/8")]
    [InlineData("010.0.0.1/32")]
    [InlineData("0x0a.0.0.1/32")]
    [InlineData("10.0.0.256/32")]
    [InlineData("10.0.0.1.2/32")]
    [InlineData("10.0.0.1./32")]
    [InlineData("10.0.0.1:22/32")]
    [InlineData("::/129")]
    [InlineData("::/128.")]
    [InlineData(":::/0")]
    [InlineData("1::2::3/128")]
    [InlineData("1:2:3:4:5:6:7/128")]
    [InlineData("1:2:3:4:5:6:7:8:9/128")]
    [InlineData("02001:db8::/32")]
    [InlineData("fe80::1%eth0/128")]
    [InlineData("[::1]/128")]
    [InlineData("::ffff:10.0.0/128")]
    [InlineData("::ffff:010.0.0.1/128")]
    [InlineData("example.com/32")]
    [InlineData("sg-0a1b2c3d")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/64")]
    public void Cidr_that_only_looks_like_one_is_refused(string? text) => Assert.False(Cidr.TryParse(text, out _));

    [Theory]
    [InlineData("0.0.0.0/0", "0", "4294967295")]
    [InlineData("255.255.255.255/32", "4294967295", "4294967295")]
    [InlineData("128.0.0.0/1", "2147483648", "4294967295")]
    [InlineData("::/0", "0", "340282366920938463463374607431768211455")]
    [InlineData("8000::/1", "170141183460469231731687303715884105728", "340282366920938463463374607431768211455")]
    [InlineData("::1/128", "1", "1")]
    public void Cidr_knows_its_first_and_last_address(string text, string first, string last)
    {
        Assert.True(Cidr.TryParse(text, out var cidr));
        Assert.Equal(UInt128.Parse(first, null), cidr.First);
        Assert.Equal(UInt128.Parse(last, null), cidr.Last);
    }

    [Fact]
    public void Cidr_mapped_from_IPv4_is_another_block_than_the_IPv4_one()
    {
        Assert.True(Cidr.TryParse("::ffff:203.0.113.7/128", out var mapped));
        Assert.True(Cidr.TryParse("203.0.113.7/32", out var plain));
        Assert.Equal(AddressFamily.IPv6, mapped.Family);
        Assert.False(AddressSet.From(mapped).Overlaps(AddressSet.From(plain)));
    }

    [Theory]
    [InlineData(AddressFamily.IPv4, 33)]
    [InlineData(AddressFamily.IPv4, -1)]
    [InlineData(AddressFamily.IPv6, 129)]
    public void Cidr_around_an_address_refuses_a_length_beyond_the_family(AddressFamily family, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cidr.Around(family, 0, length));

    [Fact]
    public void Cidr_around_an_address_refuses_one_beyond_the_family() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cidr.Around(AddressFamily.IPv4, UInt128.One << 32, 32));
}
