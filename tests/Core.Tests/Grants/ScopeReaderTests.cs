using Remediator.Core.Tests.Policies;
using Remediator.Core.Tests.Verdicts;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Core.Tests.Grants;

public sealed class ScopeReaderTests
{
    private static readonly string Policy = PolicyText.OneRule("{ service: admin, peer: internet }", "{ peer: partners }", """
        networks: { office: [203.0.113.0/24], vpn: [198.51.100.7/32], partners: [office, vpn] }
        services: { admin: [tcp/22, tcp/3389], app: tcp/8000 }
        groups: { web: { name: "web-*" } }

        """);

    [Fact]
    public void Names_of_the_policy_and_terms_of_its_language_are_read_as_one_set()
    {
        var scope = Read("admin app udp/53", "partners 192.0.2.0/24").Scope!;
        Assert.Equal(Given.Tcp(22).Union(Given.Tcp(3389)).Union(Given.Tcp(8000)).Union(ServiceSet.Ports(Protocol.Udp, 53, 53)), scope.Services);
        Assert.Equal(Given.Blocks("203.0.113.0/24", "198.51.100.7/32", "192.0.2.0/24"), scope.Addresses);
        Assert.Empty(scope.PeerKeys);
    }

    [Theory]
    [InlineData("sg-0b", "sg-0b")]
    [InlineData("group:sg-0b", "sg-0b")]
    [InlineData("self", "sg-0a")]
    [InlineData("pl-0c", "pl-0c")]
    [InlineData("prefix-list:pl-0c", "pl-0c")]
    public void Groups_and_lists_are_named_by_id(string peer, string key)
    {
        var scope = Read("ssh", peer).Scope!;
        Assert.Equal([key], scope.PeerKeys);
        Assert.True(scope.Addresses.IsEmpty);
    }

    [Fact]
    public void Every_term_that_cannot_be_read_is_told_with_what_it_may_mean()
    {
        var refusals = Read("tpc/22 admn", "ofice 203.0.113.7/24 group:web prefix-list:cloudfront foreign-prefix-list 300.0.0.0/8").Refusals;
        string[] expected = ["`tpc/22`", "no service `admn`", "no network `ofice`", "`203.0.113.7/24` does not begin its block", "`300.0.0.0/8` is not a block"];
        Assert.All(expected, text => Assert.Contains(refusals, r => r.What.Contains(text, StringComparison.Ordinal)));
        Assert.Contains(refusals, r => r.Help == "did you mean `office`?");
    }

    [Theory]
    [InlineData("group:web")]
    [InlineData("prefix-list:cloudfront")]
    [InlineData("foreign-prefix-list")]
    public void What_may_mean_something_else_tomorrow_is_no_peer_of_an_agreement(string peer)
    {
        var refusal = Assert.Single(Read("ssh", peer).Refusals);
        Assert.Equal(($"`{peer}` is not one group or one prefix list", "name it by its id: `sg-…` or `pl-…`"), (refusal.What, refusal.Help));
    }

    [Theory]
    [InlineData("ssh", "203.0.113.7", "ingress tcp/22 203.0.113.7/32")]
    [InlineData("tcp/22 tcp/23", "office", "ingress tcp/22-23 203.0.113.0/24")]
    [InlineData("all", "sg-0b", "ingress all sg-0b")]
    [InlineData("icmp/8", "pl-0c", "ingress icmp/8 pl-0c")]
    [InlineData("50", "2001:db8::/32", "ingress protocol 50 2001:db8::/32")]
    [InlineData("admin", "office", null)]
    [InlineData("ping", "office", null)]
    [InlineData("ssh", "partners", null)]
    [InlineData("ssh", "office sg-0b", null)]
    [InlineData("ssh", "sg-0b sg-0c", null)]
    public void Scope_is_one_permission_or_none(string services, string peers, string? expected)
    {
        var permission = Read(services, peers).Scope!.AsPermission(Direction.Ingress);
        Assert.Equal(expected, permission?.Content);
    }

    private static ScopeReading Read(string services, string peers) => ScopeReader.Read(Policy, "policy.yaml", [.. services.Split(' ')], [.. peers.Split(' ')], "sg-0a");
}
