using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>Policies and permissions for tests, as short as they are said aloud.</summary>
internal static class Given
{
    public const string Group = "sg-0123456789abcdef0";
    public const string PrefixList = "pl-0123456789abcdef0";

    public const string Account = "111122223333";

    /// <summary>The group with the id above; nothing else is known.</summary>
    public static readonly Situation Here = new(new GroupFacts(new GroupKey(Account, "eu-west-1", Group)), new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    public static readonly AddressSet Private = Blocks(
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128");

    public static readonly AddressSet Internet = AddressSet.All.Minus(Private);

    public static readonly ServiceSet Ssh = Tcp(22);

    public static ServiceSet Tcp(ushort from, ushort? to = null) => ServiceSet.Ports(Protocol.Tcp, from, to ?? from);

    public static AddressSet Blocks(params string[] texts) => AddressSet.From(texts.Select(Block));

    public static Cidr Block(string text)
    {
        Assert.True(Cidr.TryParse(text, out var cidr), text);
        return cidr;
    }

    /// <summary>A rule on ingress that revokes, tells what it cannot decide, and has the policy's mode.</summary>
    public static Rule Deny(ServiceSet services, AddressSet addresses, AddressSet? unless = null, string id = "R1") =>
        Deny(TrafficSet.Of(services, addresses), unless, id);

    public static Rule Deny(TrafficSet traffic, AddressSet? unless = null, string id = "R1") => new(
        id,
        id,
        Direction.Ingress,
        traffic,
        TrafficSet.Of(ServiceSet.All, unless ?? AddressSet.Empty),
        Severity.High,
        RuleAction.Revoke,
        RuleAction.Notify,
        null,
        "tests say so",
        [],
        new Place("policy.yaml", 1, 1));

    public static Policy Policy(params Rule[] rules) => new(1, Mode.Enforce, Private, [.. rules], "policy.yaml", "0123456789ab");

    /// <summary>Ingress; the peer is a block, <c>sg-…</c> or <c>pl-…</c>.</summary>
    public static Permission Opening(string protocol, int? from, int? to, string peer, Direction direction = Direction.Ingress)
    {
        Peer other = peer[..3] switch
        {
            "sg-" => new Peer.Group(peer, null, null),
            "pl-" => new Peer.PrefixList(peer),
            _ => new Peer.Block(Block(peer), peer),
        };
        var permission = Permission.Create(direction, protocol, from, to, other, out var problem);
        Assert.Null(problem);
        return permission!;
    }

    public static Verdict Judged(Rule rule, Permission permission) => Judge.Decide(Policy(rule), permission, Here);
}
