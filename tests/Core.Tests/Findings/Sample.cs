using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Tests.Findings;

/// <summary>Reports as the pipeline makes them: verdicts come from the judge, only the outcome is said here.</summary>
internal static class Sample
{
    public static readonly GroupKey Group = new("111122223333", "eu-west-1", "sg-0a1b2c3d4e5f60718");
    public static readonly DateTimeOffset OpenedAt = new(2026, 3, 2, 9, 15, 0, TimeSpan.Zero);

    public static readonly Actor Alice = new(
        "arn:aws:sts::111122223333:assumed-role/Developer/alice", "arn:aws:iam::111122223333:role/Developer", "203.0.113.7", "Mozilla/5.0", Channel.Console, WithMfa: false);

    public static readonly AddressSet Private = AddressSet.From(
        new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128" }.Select(Block));

    public static readonly Rule Admin = Rule("SG001", "admin-ports-from-internet", Direction.Ingress, Tcp(22).Union(Tcp(3389)), AddressSet.All.Minus(Private)) with
    {
        Severity = Severity.Critical,
        Why = "SSH and RDP are reached through the VPN or Session Manager.",
        Controls = ["EC2.13", "EC2.14", "CIS-AWS-3.0/5.2"],
    };

    public static readonly Rule Mail = Rule("NET-7", "no-mail-from-here", Direction.Egress, Tcp(25), AddressSet.All) with { Why = "Mail leaves through the relay" };

    public static Rule Rule(string id, string name, Direction? direction, ServiceSet services, AddressSet addresses) => new(
        id, name, direction, TrafficSet.Of(services, addresses), TrafficSet.Empty, Severity.High, RuleAction.Revoke, RuleAction.Notify, null,
        "Nobody needs it.", [], new Place("main.yaml", 1, 1));

    public static ServiceSet Tcp(ushort port) => ServiceSet.Ports(Protocol.Tcp, port, port);

    public static Cidr Block(string text) => Cidr.TryParse(text, out var cidr) ? cidr : throw new ArgumentException(text);

    public static Permission Opening(string protocol, int? from, int? to, string peer, Direction direction = Direction.Ingress, string? description = null)
    {
        Peer parsed = Cidr.TryParse(peer, out var cidr) ? new Peer.Block(cidr, peer)
            : peer.StartsWith("pl-", StringComparison.Ordinal) ? new Peer.PrefixList(peer)
            : new Peer.Group(peer, null, null);
        var permission = Permission.Create(direction, protocol, from, to, parsed, out var problem);
        Assert.True(permission is not null, problem);
        return permission with { RuleId = "sgr-0123456789abcdef0", Description = description };
    }

    public static Handled Handle(Permission permission, Outcome outcome, Mode mode, params ReadOnlySpan<Rule> rules) =>
        new(Judge.Decide(new Policy(1, mode, Private, [.. rules], "main.yaml", "0123456789ab"), permission, Core.Tests.Verdicts.Given.Here), outcome);

    public static Report Report(params ReadOnlySpan<Handled> handled) => new(
        new Change("3f0c7e9a-1111-4222-8333-444455556666", "AuthorizeSecurityGroupIngress", OpenedAt, Group.Account, Group.Region, new GroupName(Group.GroupId, null), Alice),
        Group,
        "aws",
        [.. handled],
        new Exposure(2, ["198.51.100.7", "2001:db8::7"]),
        OpenedAt.AddSeconds(3).AddTicks(12_345),
        handled.ToArray().Any(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed) ? OpenedAt.AddSeconds(4) : null,
        BlameActor: true,
        "main.yaml@0123456789ab");
}
