using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>The plain values of a case, as what the judge takes.</summary>
internal static class CoreInputs
{
    private const string Account = "111122223333";
    private static readonly Place Somewhere = new("model.yaml", 1, 1);
    private static readonly AddressSet Private = Set(Universe.Private);

    public static Policy Policy(ModelCase c) => new(1, ModeOf(c.PolicyEnforces), Private, [.. c.Rules.Where(r => r.Kind == "rule").Select(Rule)], "model.yaml", "000000000000")
    {
        Organisation = ["444455556666"],
        Changes = [.. c.Rules.Where(r => r.Kind == "changes").Select(Control)],
        Baselines = [.. c.Rules.Where(r => r.Kind == "baseline").Select(Baseline)],
    };

    public static ImmutableArray<Permission> Asked(ModelCase c) => [.. c.Asked.Select(Opening)];

    public static Situation Situation(ModelCase c)
    {
        var now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        return new(Group(c.Own), now)
        {
            Standing = c.Standing is null ? null : [.. c.Standing.Select(Opening)],
            PrefixLists = c.Lists.Where(l => l.Entries is not null || l.AskedInVain).ToImmutableDictionary(l => l.Id, List),
            PeerGroups = c.Peers.Where(g => g.Name is not null || g.TagsKnown).ToImmutableDictionary(g => g.Id, GroupFacts? (g) => Group(g)),
            OpenedBy = c.OpenedBy is null ? null : new Actor("arn:aws:sts::111122223333:assumed-role/x/y", c.OpenedBy, null, null, Channel.Unknown, null),
            Waivers = [.. c.Waivers.Select(w => Waiver(w, now))],
            IsSweep = c.IsSweep,
        };
    }

    public static ServiceSet Services(ServiceBox box)
    {
        if (box == ServiceBox.All) return ServiceSet.All;
        var protocol = new Protocol((byte)box.First);
        if (box is { From: 0, To: 65535 }) return ServiceSet.Whole(protocol);
        if (protocol.HasPorts) return ServiceSet.Ports(protocol, (ushort)box.From, (ushort)box.To);
        return ServiceSet.Icmp(protocol, (byte)(box.From / 256), box.From == box.To ? (byte)(box.From % 256) : null);
    }

    private static Mode ModeOf(bool enforces) => enforces ? Mode.Enforce : Mode.Observe;

    private static GroupFacts Group(ModelGroup g) => new(new GroupKey(Account, "eu-west-1", g.Id))
    {
        Name = g.Name,
        Tags = !g.TagsKnown ? null : g.Tier is null ? [] : [new("Tier", g.Tier)],
        RetaggedKeys = g.Retagged ? ["Tier"] : [],
    };

    private static PrefixList? List(ModelList l) => l.Entries is null ? null : new(l.Id, l.Name, l.Owner, Set(l.Entries));

    private static Waiver Waiver(ModelWaiver w, DateTimeOffset now) => new(
        w.Id, new(Account, "eu-west-1", w.GroupId), DirectionOf(w.Ingress), Union(w.Services), Set(w.Blocks), [.. w.Peers], "owner", "reason", null, now.AddHours(w.From), now.AddHours(w.Until));

    private static Permission Opening(ModelPermission p)
    {
        Peer peer = p.Kind switch { "group" => new Peer.Group(p.Peer, null, null), "list" => new Peer.PrefixList(p.Peer), _ => new Peer.Block(Given.Block(p.Peer), p.Peer) };
        var permission = Permission.Create(DirectionOf(p.Ingress), p.Protocol, p.From, p.To, peer, out var problem);
        Assert.Null(problem);
        return permission!;
    }

    private static Rule Rule(ModelRule r) => new(
        r.Id, r.Id, r.Ingress is { } ingress ? DirectionOf(ingress) : null, Traffic(r.Deny), Traffic(r.Unless), (Severity)r.Severity, (RuleAction)r.Action, (RuleAction)r.Undecided,
        r.Enforces is { } enforces ? ModeOf(enforces) : null, "the model says so", [], Somewhere)
    {
        DenySymbols = Symbols(r.Deny),
        UnlessSymbols = Symbols(r.Unless),
        Groups = Selector(r.Groups),
        MaxAddresses = r.HasLimit ? new(r.MaxIPv4, r.MaxIPv6) : null,
    };

    private static ChangeControl Control(ModelRule r) => new(
        r.Id, Selector(r.Groups), new([new Pattern(r.Allows!)], [], []), r.Action == 2, false, (Severity)r.Severity, r.Enforces is { } enforces ? ModeOf(enforces) : null, "the model says so", Somewhere);

    private static Baseline Baseline(ModelRule r)
    {
        var direction = DirectionOf(r.Ingress!.Value);
        ImmutableArray<BaselineEntry> entries =
            [.. r.Unless.Select(p => new BaselineEntry("entry", direction, Union(p.Services), Blocks(p), [.. p.Peers.Select(Symbol).OfType<PeerSymbol>()], "so", Somewhere))];
        return new(
            r.Id, Selector(r.Groups), direction == Direction.Ingress ? entries : null, direction == Direction.Egress ? entries : null, (RuleAction)r.Action, false, (Severity)r.Severity,
            r.Enforces is { } enforces ? ModeOf(enforces) : null, "the model says so", Somewhere);
    }

    private static Direction DirectionOf(bool ingress) => ingress ? Direction.Ingress : Direction.Egress;

    private static GroupSelector Selector(ModelSelector s) => s.Kind switch
    {
        "any" => GroupSelector.Any,
        "id" => new GroupSelector.ByText(GroupFact.Id, new(s.Text)),
        "name" => new GroupSelector.ByText(GroupFact.Name, new(s.Text + "*")),
        "tag" => new GroupSelector.ByTag("Tier", new(s.Text + "*")),
        "except" => new GroupSelector.Not(Selector(s.One!)),
        "both" => new GroupSelector.All([Selector(s.One!), Selector(s.Other!)]),
        _ => new GroupSelector.OneOf([Selector(s.One!), Selector(s.Other!)]),
    };

    private static TrafficSet Traffic(ModelProduct[] products) => products.Aggregate(TrafficSet.Empty, (sum, p) => sum.Union(TrafficSet.Of(Union(p.Services), Blocks(p))));

    private static ImmutableArray<SymbolicTraffic> Symbols(ModelProduct[] products) =>
        [.. products.SelectMany(p => p.Peers.Select(Symbol).OfType<PeerSymbol>().Select(s => new SymbolicTraffic(Union(p.Services), s)))];

    private static PeerSymbol? Symbol(ModelTerm t) => t.Kind switch
    {
        "self" => new PeerSymbol.Self(),
        "group" => new PeerSymbol.Group(Selector(t.Selector!), "named"),
        "list" => new PeerSymbol.PrefixList(t.Text),
        "foreign" => new PeerSymbol.ForeignPrefixList(),
        _ => null,
    };

    private static AddressSet Blocks(ModelProduct product) => product.Peers.Aggregate(AddressSet.Empty, (sum, t) => sum.Union(t.Kind switch
    {
        "anywhere" => AddressSet.All,
        "internet" => AddressSet.All.Minus(Private),
        "private" => Private,
        "block" => Set([t.Text]),
        _ => AddressSet.Empty,
    }));

    private static AddressSet Set(string[] blocks) => AddressSet.From(blocks.Select(Given.Block));

    private static ServiceSet Union(ServiceBox[] boxes) => boxes.Aggregate(ServiceSet.Empty, (sum, box) => sum.Union(Services(box)));
}
