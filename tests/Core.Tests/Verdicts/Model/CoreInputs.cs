using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>The plain values of a case, as what the judge takes.</summary>
internal static class CoreInputs
{
    public static Policy Rules(ModelCase c) => new(
        1,
        c.PolicyEnforces ? Mode.Enforce : Mode.Observe,
        PrivateOf(c),
        [.. c.Rules.Select(r => Rule(c, r))],
        "model.yaml",
        "000000000000");

    public static Permission Opening(ModelCase c)
    {
        Peer peer = c.PeerKind switch
        {
            "group" => new Peer.Group("sg-0123456789abcdef0", null, null),
            "list" => new Peer.PrefixList("pl-0123456789abcdef0"),
            _ => new Peer.Block(Read(c.Block!.Value), c.Block.Value.Text),
        };
        var direction = c.Ingress ? Direction.Ingress : Direction.Egress;
        var permission = Permission.Create(direction, c.Protocol, c.From, c.To, peer, out var problem);
        Assert.Null(problem);
        return permission!;
    }

    private static Rule Rule(ModelCase c, ModelRule r) => new(
        r.Id,
        r.Id,
        r.Ingress switch { null => null, true => Direction.Ingress, false => Direction.Egress },
        Traffic(c, r.Deny),
        Traffic(c, r.Unless),
        (Severity)r.Severity,
        r.Acts ? RuleAction.Revoke : RuleAction.Notify,
        r.ActsUnread ? RuleAction.Revoke : RuleAction.Notify,
        r.Enforces switch { null => null, true => Mode.Enforce, false => Mode.Observe },
        "the model says so",
        [],
        new Place("model.yaml", 1, 1));

    private static TrafficSet Traffic(ModelCase c, Product[] products) => products.Aggregate(TrafficSet.Empty, (sum, p) => sum.Union(
        TrafficSet.Of(
            p.Services.Aggregate(ServiceSet.Empty, (all, s) => all.Union(Services(s))),
            p.Peers.Aggregate(AddressSet.Empty, (all, t) => all.Union(Addresses(c, t))))));

    private static AddressSet Addresses(ModelCase c, PeerTerm term) => term.Word switch
    {
        "anywhere" => AddressSet.All,
        "internet" => AddressSet.All.Minus(PrivateOf(c)),
        "private" => PrivateOf(c),
        _ => AddressSet.From(Read(term.Block!.Value)),
    };

    private static AddressSet PrivateOf(ModelCase c) => AddressSet.From(c.Private.Select(Read));

    private static ServiceSet Services(ServiceBox box)
    {
        if (box == ServiceBox.All) return ServiceSet.All;
        var protocol = new Protocol((byte)box.First);
        if (box is { From: 0, To: 65535 }) return ServiceSet.Whole(protocol);
        if (protocol.HasPorts) return ServiceSet.Ports(protocol, (ushort)box.From, (ushort)box.To);
        return ServiceSet.Icmp(protocol, (byte)(box.From / 256), box.From == box.To ? (byte)(box.From % 256) : null);
    }

    private static Cidr Read(AddressRange block)
    {
        Assert.True(Cidr.TryParse(block.Text, out var cidr), block.Text);
        return cidr;
    }
}
