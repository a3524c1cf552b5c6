using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Core.Tests.Groups;

public sealed class PermissionTests
{
    private static readonly Peer.Block Anywhere = BlockOf("0.0.0.0/0");

    [Theory]
    [InlineData("-1", null, null, "all")]
    [InlineData("-1", -1, -1, "all")]
    [InlineData("-1", 22, 22, "all")]
    [InlineData("-1", 99999, -7, "all")]
    [InlineData("all", null, null, "all")]
    [InlineData("ALL", 0, 0, "all")]
    [InlineData("tcp", 22, 22, "tcp/22")]
    [InlineData("TCP", 0, 65535, "tcp")]
    [InlineData("6", 20, 25, "tcp/20-25")]
    [InlineData("tcp", null, null, "tcp")]
    [InlineData("udp", -1, -1, "udp")]
    [InlineData("17", 53, 53, "udp/53")]
    [InlineData("icmp", null, null, "icmp")]
    [InlineData("icmp", -1, -1, "icmp")]
    [InlineData("icmp", -1, 5, "icmp")]
    [InlineData("icmp", 8, null, "icmp/8")]
    [InlineData("1", 8, -1, "icmp/8")]
    [InlineData("icmp", 3, 4, "icmp/3/4")]
    [InlineData("icmpv6", 128, 0, "icmpv6/128/0")]
    [InlineData("58", -1, -1, "icmpv6")]
    [InlineData("50", null, null, "protocol 50")]
    [InlineData("50", 500, 4500, "protocol 50")]
    [InlineData("0", 22, 22, "protocol 0")]
    [InlineData("255", -1, -1, "protocol 255")]
    public void Permission_opens_what_EC2_opens(string protocol, int? from, int? to, string services)
    {
        var permission = Permission.Create(Direction.Ingress, protocol, from, to, Anywhere, out var problem);

        Assert.Null(problem);
        Assert.Equal(services, permission?.Services.ToString());
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData(" tcp", 22, 22)]
    [InlineData("tcp ", 22, 22)]
    [InlineData("sctp", 22, 22)]
    [InlineData("icmp6", -1, -1)]
    [InlineData("256", null, null)]
    [InlineData("-2", null, null)]
    [InlineData("+6", 22, 22)]
    [InlineData("6.0", 22, 22)]
    [InlineData("0x6", 22, 22)]
    [InlineData("٦", 22, 22)]
    [InlineData("tcp", 22, null)]
    [InlineData("tcp", null, 22)]
    [InlineData("tcp", -1, 22)]
    [InlineData("tcp", 22, -1)]
    [InlineData("tcp", 23, 22)]
    [InlineData("tcp", -2, 22)]
    [InlineData("udp", 0, 65536)]
    [InlineData("udp", 65536, 65536)]
    [InlineData("icmp", 256, -1)]
    [InlineData("icmp", -2, -1)]
    [InlineData("icmp", 8, 256)]
    [InlineData("icmpv6", 128, -2)]
    public void Permission_that_EC2_does_not_know_is_a_problem_and_never_a_guess(string protocol, int? from, int? to)
    {
        var permission = Permission.Create(Direction.Ingress, protocol, from, to, Anywhere, out var problem);

        Assert.Null(permission);
        Assert.Contains("expected", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_with_a_hostile_protocol_stays_short_and_on_one_line()
    {
        _ = Permission.Create(Direction.Ingress, "a\nb`" + new string('x', 5000), 1, 1, Anywhere, out var problem);

        Assert.NotNull(problem);
        Assert.True(problem.Length < 200);
        Assert.DoesNotContain(problem, char.IsControl);
        Assert.Equal(2, problem.Count(c => c == '`'));
    }

    [Theory]
    [InlineData("tcp", 22, 22, "6", 22, 22)]
    [InlineData("tcp", 22, 22, "TCP", 22, 22)]
    [InlineData("tcp", null, null, "tcp", 0, 65535)]
    [InlineData("tcp", -1, -1, "tcp", null, null)]
    [InlineData("-1", -1, -1, "-1", null, null)]
    [InlineData("-1", 443, 443, "all", null, null)]
    [InlineData("50", -1, -1, "50", null, null)]
    [InlineData("50", 0, 65535, "50", null, null)]
    [InlineData("icmp", -1, -1, "1", null, null)]
    [InlineData("icmp", 8, -1, "icmp", 8, null)]
    [InlineData("icmpv6", null, null, "58", -1, -1)]
    public void Spellings_of_one_rule_are_one_permission(string protocol, int? from, int? to, string otherProtocol, int? otherFrom, int? otherTo)
    {
        var (one, other) = (Create(protocol, from, to, Anywhere), Create(otherProtocol, otherFrom, otherTo, Anywhere));

        Assert.Equal(one.Content, other.Content);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("tcp", 22, 22, "udp", 22, 22)]
    [InlineData("tcp", 22, 22, "tcp", 22, 23)]
    [InlineData("tcp", null, null, "-1", null, null)]
    [InlineData("icmp", -1, -1, "icmpv6", -1, -1)]
    [InlineData("icmp", 8, 0, "icmp", 8, -1)]
    [InlineData("50", null, null, "51", null, null)]
    public void Rules_that_open_something_else_are_other_permissions(string protocol, int? from, int? to, string otherProtocol, int? otherFrom, int? otherTo) =>
        Assert.NotEqual(Create(protocol, from, to, Anywhere), Create(otherProtocol, otherFrom, otherTo, Anywhere));

    [Fact]
    public void Permission_is_what_it_opens_and_not_what_is_written_on_it()
    {
        var plain = Create("tcp", 22, 22, Anywhere);
        var written = plain with { RuleId = "sgr-0123456789abcdef0", Description = "vpn", Tags = [new("a", "b")] };

        Assert.Equal(plain, written);
        Assert.NotEqual(plain, plain with { Direction = Direction.Egress });
        Assert.Equal("ingress tcp/22 0.0.0.0/0", plain.Content);
    }

    [Fact]
    public void Permission_keeps_ports_as_they_were_read_and_has_none_for_every_protocol()
    {
        Assert.Equal((500, 4500), (Create("50", 500, 4500, Anywhere).FromPort, Create("50", 500, 4500, Anywhere).ToPort));
        Assert.Equal((8, -1), (Create("icmp", 8, -1, Anywhere).FromPort, Create("icmp", 8, -1, Anywhere).ToPort));
        Assert.Null(Create("-1", 443, 443, Anywhere).FromPort);
        Assert.Equal("-1", Create("ALL", null, null, Anywhere).Protocol);
        Assert.Equal("icmpv6", Create("58", null, null, Anywhere).Protocol);
    }

    [Fact]
    public void Block_is_itself_with_or_without_host_bits_and_keeps_its_spelling()
    {
        var (loose, strict) = (BlockOf("100.68.0.18/18"), BlockOf("100.68.0.0/18"));

        Assert.Equal(strict, loose);
        Assert.Equal(Create("tcp", 22, 22, strict), Create("tcp", 22, 22, loose));
        Assert.Equal("100.68.0.18/18", loose.Spelling);
        Assert.Equal("100.68.0.0/18", loose.Text);
        Assert.NotEqual(Create("tcp", 22, 22, strict), Create("tcp", 22, 22, BlockOf("100.68.0.0/19")));
    }

    [Fact]
    public void Group_is_itself_whether_or_not_the_account_was_written_too()
    {
        var (asked, answered) = (new Peer.Group("sg-0a", null, null), new Peer.Group("sg-0a", "111122223333", "pcx-0a"));

        Assert.Equal(asked, answered);
        Assert.Equal(Create("tcp", 22, 22, asked).Content, Create("tcp", 22, 22, answered).Content);
        Assert.Equal("111122223333/sg-0a", answered.Text);
        Assert.NotEqual(asked, new Peer.Group("sg-0b", null, null));
        Assert.NotEqual(new Peer.PrefixList("pl-0a"), new Peer.PrefixList("pl-0b"));
    }

    private static Peer.Block BlockOf(string text) => Cidr.TryParse(text, out var cidr) ? new(cidr, text) : throw new ArgumentException(text, nameof(text));

    private static Permission Create(string protocol, int? from, int? to, Peer peer) =>
        Permission.Create(Direction.Ingress, protocol, from, to, peer, out _) ?? throw new ArgumentException(protocol, nameof(protocol));
}
