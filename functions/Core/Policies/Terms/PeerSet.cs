using Remediator.Network;

namespace Remediator.Policies.Terms;

/// <summary>Peers as an author names them: addresses, and symbols that stand for what was read when a permission is judged.</summary>
/// <remarks>INVARIANT: no two symbols have the same text.</remarks>
internal sealed record PeerSet(AddressSet Addresses, ImmutableArray<PeerSymbol> Symbols)
{
    /// <summary>What a part without <c>peer</c> is about.</summary>
    public static readonly PeerSet Anywhere = new(AddressSet.All, []);

    public static PeerSet Of(AddressSet addresses) => new(addresses, []);
}
