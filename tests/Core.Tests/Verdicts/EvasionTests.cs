using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>The ways around a rule on tcp/22 from the internet, and what only looks like one.</summary>
public sealed class EvasionTests
{
    [Theory]
    [InlineData("tcp", 22, 22, "0.0.0.0/0")]
    [InlineData("TCP", 22, 22, "0.0.0.0/0")]
    [InlineData("6", 22, 22, "0.0.0.0/0")]
    [InlineData("tcp", 0, 65535, "0.0.0.0/0")]
    [InlineData("tcp", 20, 25, "0.0.0.0/0")]
    [InlineData("tcp", 22, 65535, "0.0.0.0/0")]
    [InlineData("tcp", 0, 22, "0.0.0.0/0")]
    [InlineData("tcp", null, null, "0.0.0.0/0")]
    [InlineData("tcp", -1, -1, "0.0.0.0/0")]
    [InlineData("-1", null, null, "0.0.0.0/0")]
    [InlineData("-1", -1, -1, "0.0.0.0/0")]
    [InlineData("-1", 443, 443, "0.0.0.0/0")]
    [InlineData("all", 443, 443, "0.0.0.0/0")]
    [InlineData("tcp", 22, 22, "0.0.0.0/1")]
    [InlineData("tcp", 22, 22, "128.0.0.0/1")]
    [InlineData("tcp", 22, 22, "203.0.113.7/32")]
    [InlineData("tcp", 22, 22, "203.0.113.7/1")]
    [InlineData("tcp", 22, 22, "10.0.0.0/7")]
    [InlineData("tcp", 22, 22, "172.0.0.0/8")]
    [InlineData("tcp", 22, 22, "::/0")]
    [InlineData("tcp", 22, 22, "2000::/3")]
    [InlineData("tcp", 22, 22, "2001:db8::1/128")]
    [InlineData("tcp", 22, 22, "64:ff9b::/96")]
    [InlineData("tcp", 22, 22, "2002::/16")]
    [InlineData("tcp", 22, 22, "::ffff:0:0/96")]
    [InlineData("tcp", 22, 22, "::ffff:10.0.0.1/128")]
    public void Ssh_from_the_internet_is_seen_in_every_spelling(string protocol, int? from, int? to, string peer)
    {
        var verdict = Given.Judged(Given.Deny(Given.Ssh, Given.Internet), Given.Opening(protocol, from, to, peer));

        Assert.Equal(Decision.Violation, verdict.Decision);
        Assert.Equal("tcp/22", verdict.Forbidden.Services.ToString());
        Assert.True(verdict.AsksForRevoke);
    }

    [Theory]
    [InlineData("tcp", 23, 65535, "0.0.0.0/0")]
    [InlineData("tcp", 0, 21, "0.0.0.0/0")]
    [InlineData("udp", 22, 22, "0.0.0.0/0")]
    [InlineData("17", 0, 65535, "::/0")]
    [InlineData("icmp", -1, -1, "0.0.0.0/0")]
    [InlineData("icmpv6", null, null, "::/0")]
    [InlineData("50", 22, 22, "0.0.0.0/0")]
    [InlineData("tcp", 22, 22, "10.0.0.0/8")]
    [InlineData("tcp", 22, 22, "10.1.2.3/32")]
    [InlineData("-1", null, null, "172.16.0.0/12")]
    [InlineData("tcp", 22, 22, "fc00::/7")]
    [InlineData("tcp", 22, 22, "::1/128")]
    [InlineData("tcp", 22, 22, Given.Group)]
    [InlineData("-1", null, null, Given.Group)]
    public void What_is_not_ssh_from_the_internet_is_left_alone(string protocol, int? from, int? to, string peer)
    {
        var verdict = Given.Judged(Given.Deny(Given.Ssh, Given.Internet), Given.Opening(protocol, from, to, peer));

        Assert.Equal(Decision.Compliant, verdict.Decision);
        Assert.Empty(verdict.Reasons);
        Assert.Null(verdict.Action);
        Assert.True(verdict.Forbidden.IsEmpty);
    }

    [Fact]
    public void Two_halves_of_the_internet_are_each_half_of_it()
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet);
        var low = Given.Judged(rule, Given.Opening("tcp", 22, 22, "0.0.0.0/1"));
        var high = Given.Judged(rule, Given.Opening("tcp", 22, 22, "128.0.0.0/1"));
        var whole = Given.Judged(rule, Given.Opening("tcp", 22, 22, "0.0.0.0/0"));

        Assert.Equal(whole.IPv4Addresses, low.IPv4Addresses + high.IPv4Addresses);
        Assert.Equal(1, low.ShareOfInternet + high.ShareOfInternet, 12);
        Assert.Equal(1, whole.ShareOfInternet);
    }

    [Fact]
    public void Halves_of_an_allowed_network_are_allowed_and_one_address_beyond_is_not()
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet, unless: Given.Blocks("203.0.113.0/24"));

        Assert.Equal(Decision.Compliant, Given.Judged(rule, Given.Opening("tcp", 22, 22, "203.0.113.0/25")).Decision);
        Assert.Equal(Decision.Compliant, Given.Judged(rule, Given.Opening("tcp", 22, 22, "203.0.113.128/25")).Decision);
        Assert.Equal(256, Given.Judged(rule, Given.Opening("tcp", 22, 22, "203.0.112.0/23")).IPv4Addresses);
    }

    /// <summary>The worked example of the policy language: every public address but an office and two hosts.</summary>
    [Fact]
    public void Counts_are_exact()
    {
        var admin = Given.Ssh.Union(Given.Tcp(3389));
        var rule = Given.Deny(admin, Given.Internet.Minus(Given.Blocks("198.51.100.0/24")), unless: Given.Blocks("203.0.113.0/24", "202.131.107.130/32", "202.131.110.138/32"));
        var policy = Given.Policy(rule) with { Private = Given.Private.Union(Given.Blocks("198.51.100.0/24")) };
        var verdict = Judge.Decide(policy, Given.Opening("tcp", 0, 65535, "0.0.0.0/0"), Given.Here);

        // 2^32, less the private blocks, less the policy's own /24, less what `unless` names.
        var isPrivate = (1 << 24) + (1 << 20) + (1 << 16) + (1 << 22) + (1 << 24) + (1 << 16) + 256;
        Assert.Equal(BigInteger.Pow(2, 32) - isPrivate - 256 - 2, verdict.IPv4Addresses);
        Assert.Equal(BigInteger.Zero, verdict.IPv6Addresses);
        Assert.Equal(0.99999994, verdict.ShareOfInternet, 8);
        Assert.Equal("tcp/22, tcp/3389", verdict.Forbidden.Services.ToString());
    }

    [Fact]
    public void IPv6_is_counted_beyond_what_a_built_in_integer_holds()
    {
        var verdict = Given.Judged(Given.Deny(ServiceSet.All, AddressSet.All), Given.Opening("-1", null, null, "::/0"));

        Assert.Equal(BigInteger.Pow(2, 128), verdict.IPv6Addresses);
        Assert.Equal(BigInteger.Zero, verdict.IPv4Addresses);
        Assert.Equal(1, verdict.ShareOfInternet);
    }

    [Theory]
    [InlineData("icmp", 8, 0, "icmp/8/0")]
    [InlineData("icmp", 8, -1, "icmp/8")]
    [InlineData("1", 8, null, "icmp/8")]
    [InlineData("icmp", -1, -1, "icmp/8")]
    [InlineData("icmp", -1, 0, "icmp/8")]
    [InlineData("icmp", null, null, "icmp/8")]
    [InlineData("-1", null, null, "icmp/8")]
    [InlineData("icmp", 0, -1, null)]
    [InlineData("icmpv6", 8, -1, null)]
    [InlineData("tcp", 8, 8, null)]
    public void Echo_request_is_a_type_and_never_a_port(string protocol, int? type, int? code, string? forbidden)
    {
        var rule = Given.Deny(ServiceSet.Icmp(Protocol.Icmp, 8, null), Given.Internet);
        var verdict = Given.Judged(rule, Given.Opening(protocol, type, code, "0.0.0.0/0"));

        Assert.Equal(forbidden ?? "none", verdict.Forbidden.Services.ToString());
    }

    [Theory]
    [InlineData("50", null, null, Decision.Violation)]
    [InlineData("50", 500, 500, Decision.Violation)]
    [InlineData("-1", null, null, Decision.Violation)]
    [InlineData("51", null, null, Decision.Compliant)]
    [InlineData("udp", 50, 50, Decision.Compliant)]
    public void Esp_is_open_whole_whatever_its_ports_say(string protocol, int? from, int? to, Decision expected)
    {
        var rule = Given.Deny(ServiceSet.Whole(new Protocol(50)), Given.Internet);

        Assert.Equal(expected, Given.Judged(rule, Given.Opening(protocol, from, to, "0.0.0.0/0")).Decision);
    }

    [Theory]
    [InlineData(Direction.Ingress, Direction.Ingress, Decision.Violation)]
    [InlineData(Direction.Ingress, Direction.Egress, Decision.Compliant)]
    [InlineData(Direction.Egress, Direction.Egress, Decision.Violation)]
    [InlineData(Direction.Egress, Direction.Ingress, Decision.Compliant)]
    [InlineData(null, Direction.Ingress, Decision.Violation)]
    [InlineData(null, Direction.Egress, Decision.Violation)]
    public void Rule_concerns_its_own_direction_or_both(Direction? ruled, Direction opened, Decision expected)
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet) with { Direction = ruled };

        Assert.Equal(expected, Given.Judged(rule, Given.Opening("tcp", 22, 22, "0.0.0.0/0", opened)).Decision);
    }
}
