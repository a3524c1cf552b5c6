using System.Text.Json;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The peer among the members of its permission: <c>block</c> (and <c>spelled</c>, where EC2 holds it with other words),
/// <c>list</c>, or <c>peerGroup</c> with <c>peerAccount</c> and <c>peering</c>.</summary>
internal static class PeerJson
{
    public static void Write(Utf8JsonWriter json, Peer peer)
    {
        switch (peer)
        {
            case Peer.Block block:
                json.WriteString("block", block.Text);
                if (block.Spelling != block.Text) json.Maybe("spelled", block.Spelling);
                break;
            case Peer.PrefixList list:
                json.WriteString("list", list.Id);
                break;
            case Peer.Group group:
                json.WriteString("peerGroup", group.GroupId);
                json.Maybe("peerAccount", group.Account);
                json.Maybe("peering", group.PeeringId);
                break;
            default:
                throw new InvalidOperationException($"unknown peer {peer}");
        }
    }

    public static Peer? Read(Part part)
    {
        if (part.Optional("block") is { } block)
        {
            if (!Cidr.TryParse(block.Text(), out var cidr)) return block.Wrong<Peer?>("a block of addresses", null);
            return new Peer.Block(cidr, part.Optional("spelled")?.Text() ?? cidr.ToString());
        }

        if (part.Optional("list") is { } list) return new Peer.PrefixList(list.Text());
        if (part.Optional("peerGroup") is { } group) return new Peer.Group(group.Text(), part.Optional("peerAccount")?.Text(), part.Optional("peering")?.Text());
        return part.Wrong<Peer?>("a permission with a block, a list or a group", null);
    }
}
