using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Grants;

/// <summary>The traffic that is asked for: each of these services with each of these peers.</summary>
/// <param name="PeerKeys">Groups and prefix lists, by <see cref="Peer.Key"/>.</param>
public sealed record GrantScope(ServiceSet Services, AddressSet Addresses, ImmutableHashSet<string> PeerKeys)
{
    private const string ListPrefix = "pl-";

    public IEnumerable<string> PrefixListIds => PeerKeys.Where(IsList).Order(StringComparer.Ordinal);

    /// <summary>The one permission that opens exactly this; null when it takes several.</summary>
    public Permission? AsPermission(Direction direction)
    {
        if (Services.IsEmpty || OnePeer() is not { } peer) return null;
        var form = ServiceForm.Around(Services);
        return form.Services.Equals(Services) ? form.Open(direction, peer) : null;
    }

    private Peer? OnePeer()
    {
        var blocks = Addresses.ToCidrs();
        if (blocks.Length + PeerKeys.Count != 1) return null;
        if (blocks is [var block]) return new Peer.Block(block, block.ToString());
        var key = PeerKeys.Single();
        return IsList(key) ? new Peer.PrefixList(key) : new Peer.Group(key, null, null);
    }

    private static bool IsList(string key) => key.StartsWith(ListPrefix, StringComparison.Ordinal);
}
