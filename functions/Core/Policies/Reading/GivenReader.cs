using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads the permissions of a test: each is one opening, as EC2 holds it.</summary>
internal sealed class GivenReader(Scope scope)
{
    private const string GroupPrefix = "group:";
    private const string PeerHelp = "write one block, `self`, `sg-…`, `group:NAME`, `pl-…`, or `{ group: { … } }`";
    private readonly Problems problems = scope.Problems;
    private readonly FactsReader facts = new(scope);

    /// <summary>The permission in question, and the facts of its peer when that is a group of which the test says any.</summary>
    public (Permission? Permission, GroupFacts? Peer) Permission(Fields fields, GroupFacts holder)
    {
        var services = Services(fields);
        var (peer, peerFacts) = fields.Require("peer", PeerHelp) is { } node ? Peer(node, holder) : (null, null);
        return (Made(fields, services, peer), peerFacts);
    }

    /// <summary>What else the group holds: its peer is one of which nothing more needs to be said.</summary>
    public Permission? Other(Node node, GroupFacts holder)
    {
        if (Fields.Of(node, "a permission of `also`", Keys.Also, problems) is not { } fields) return null;
        var services = Services(fields);
        var peerNode = fields.Require("peer", "write one block, `self`, `sg-…` or `pl-…`");
        if (peerNode is MapNode || (peerNode is TextNode text && text.Text.StartsWith(GroupPrefix, StringComparison.Ordinal)))
        {
            problems.Add(Codes.NotOnePermission, peerNode.Place, "of a group under `also` only its id can be said", "write one block, `self`, `sg-…` or `pl-…`");
            return null;
        }

        return Made(fields, services, peerNode is null ? null : Peer(peerNode, holder).Peer);
    }

    private ServiceSet? Services(Fields fields) =>
        fields.Require("service", "write `service`: one protocol with its ports, such as `tcp/22`, or `all`") is { } node ? scope.Services.Read(node) : null;

    private Permission? Made(Fields fields, ServiceSet? services, Peer? peer)
    {
        var direction = Language.Direction(fields.Find("direction"), problems) ?? Direction.Ingress;
        if (services is null || peer is null) return null;
        if (OneService.Of(services) is { } one && Groups.Permission.Create(direction, one.Protocol, one.From, one.To, peer, out _) is { } permission) return permission;
        problems.Add(Codes.NotOnePermission, fields.PlaceOf("service"), $"`service` is {services.Stretches.Length} ranges here, and a permission has one", "write one test for each, such as `tcp/22`, or `all`");
        return null;
    }

    private (Peer? Peer, GroupFacts? Facts) Peer(Node node, GroupFacts holder)
    {
        if (node is MapNode map) return Described(map, holder);
        if (node is not TextNode text) return Refused(node);
        if (text.Text == "self") return (new Peer.Group(holder.Key.GroupId, null, null), null);
        if (ResourceIds.IsGroup(text.Text)) return (new Peer.Group(text.Text, null, null), null);
        if (ResourceIds.IsPrefixList(text.Text)) return (new Peer.PrefixList(text.Text), null);
        if (text.Text.StartsWith(GroupPrefix, StringComparison.Ordinal)) return Known(facts.PeerCalled(text with { Text = text.Text[GroupPrefix.Length..] }, holder), holder);
        if (!text.Text.Contains('.', StringComparison.Ordinal) && !text.Text.Contains(':', StringComparison.Ordinal)) return Refused(text);
        return Blocks.Read(text, problems) is { } block ? (new Peer.Block(block, block.ToString()), null) : (null, null);
    }

    private (Peer? Peer, GroupFacts? Facts) Described(MapNode node, GroupFacts holder) =>
        Fields.Full(node, "a peer that is a group", Keys.PeerGroup, problems)?.Find("group") is { } group ? Known(facts.Peer(group, holder), holder) : (null, null);

    /// <summary>A reference to another account's group carries that account.</summary>
    private static (Peer? Peer, GroupFacts? Facts) Known(GroupFacts? peer, GroupFacts holder) => peer is null
        ? (null, null)
        : (new Peer.Group(peer.Key.GroupId, peer.Key.Account == holder.Key.Account ? null : peer.Key.Account, null), peer);

    private (Peer? Peer, GroupFacts? Facts) Refused(Node node)
    {
        problems.Add(Codes.NotOnePermission, node.Place, $"`peer` is {(node is TextNode text ? UserText.Quote(text.Text) : node.Shape)} here, not one peer", PeerHelp);
        return (null, null);
    }
}
