using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Core.Tests.Evasions;

/// <summary>One permission as somebody asks for it; the peer is a block, a <c>pl-…</c> or an <c>sg-…</c>.</summary>
internal sealed record Opening(string Protocol, int? From, int? To, string Peer, string? RuleId = null)
{
    public static Opening Ssh(string peer) => new("tcp", 22, 22, peer);

    public Permission Permission(string ruleId)
    {
        var made = Remediator.Groups.Permission.Create(Direction.Ingress, Protocol, From, To, Other(), out var problem);
        return made is null ? throw new ArgumentException(problem) : made with { RuleId = RuleId ?? ruleId };
    }

    private Peer Other()
    {
        if (Peer.StartsWith("pl-", StringComparison.Ordinal)) return new Peer.PrefixList(Peer);
        if (Peer.StartsWith("sg-", StringComparison.Ordinal)) return new Peer.Group(Peer, null, null);
        return Cidr.TryParse(Peer, out var block) ? new Peer.Block(block, Peer) : throw new ArgumentException(Peer);
    }
}
