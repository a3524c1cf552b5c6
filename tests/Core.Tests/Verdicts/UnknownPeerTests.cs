using System.Numerics;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>Peers whose addresses no event carries: a group has private ones, a prefix list may have any.</summary>
public sealed class UnknownPeerTests
{
    [Theory]
    [InlineData("internet", Given.Group, Decision.Compliant)]
    [InlineData("internet", Given.PrefixList, Decision.Undecided)]
    [InlineData("anywhere", Given.Group, Decision.Violation)]
    [InlineData("anywhere", Given.PrefixList, Decision.Violation)]
    [InlineData("private", Given.Group, Decision.Violation)]
    [InlineData("private", Given.PrefixList, Decision.Undecided)]
    [InlineData("10.0.0.0/8", Given.Group, Decision.Undecided)]
    [InlineData("0.0.0.0/0", Given.Group, Decision.Undecided)]
    [InlineData("0.0.0.0/0", Given.PrefixList, Decision.Undecided)]
    [InlineData("203.0.113.0/24", Given.Group, Decision.Compliant)]
    public void Rule_on_ssh_meets_a_peer_that_nobody_can_read(string denied, string peer, Decision expected)
    {
        var addresses = denied switch { "internet" => Given.Internet, "anywhere" => AddressSet.All, "private" => Given.Private, _ => Given.Blocks(denied) };
        var verdict = Given.Judged(Given.Deny(Given.Ssh, addresses), Given.Opening("tcp", 0, 1023, peer));

        Assert.Equal(expected, verdict.Decision);
        Assert.Equal(expected == Decision.Compliant ? "none" : "tcp/22", verdict.Forbidden.Services.ToString());
        Assert.Equal(BigInteger.Zero, verdict.IPv4Addresses + verdict.IPv6Addresses);
        Assert.Equal(0, verdict.ShareOfInternet);
    }

    [Theory]
    [InlineData(Given.Group)]
    [InlineData(Given.PrefixList)]
    public void Rule_on_ssh_never_concerns_a_peer_on_https(string peer)
    {
        var verdict = Given.Judged(Given.Deny(Given.Ssh, AddressSet.All), Given.Opening("tcp", 443, 443, peer));

        Assert.Equal(Decision.Compliant, verdict.Decision);
    }

    [Fact]
    public void Exception_that_the_peer_may_lie_within_leaves_it_undecided()
    {
        var rule = Given.Deny(Given.Ssh, AddressSet.All, unless: Given.Blocks("203.0.113.7/32"));

        Assert.Equal(Decision.Undecided, Given.Judged(rule, Given.Opening("tcp", 22, 22, Given.PrefixList)).Decision);
    }

    [Fact]
    public void Service_that_is_forbidden_from_everywhere_decides_and_the_others_are_not_claimed()
    {
        var deny = TrafficSet.Of(Given.Ssh, AddressSet.All).Union(TrafficSet.Of(Given.Tcp(80), Given.Internet));
        var verdict = Given.Judged(Given.Deny(deny), Given.Opening("tcp", 0, 1023, Given.PrefixList));

        Assert.Equal(Decision.Violation, verdict.Decision);
        Assert.Equal("tcp/22", verdict.Forbidden.Services.ToString());
    }
}
