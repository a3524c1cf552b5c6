using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Verdicts;

/// <summary>The addresses that a peer stands for, or, where nobody can say, those that it can stand for at most.</summary>
/// <param name="Exact">False: the peer is some part of <paramref name="Addresses"/>, unknown which.</param>
internal readonly record struct PeerReach(AddressSet Addresses, bool Exact)
{
    /// <summary>A group's members are interfaces inside somebody's VPC, which reach each other by private address: never the
    /// internet. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html. (In IPv6 they may have global addresses;
    /// a rule against the internet does not mean them.) A prefix list may hold any address.</summary>
    public static PeerReach Of(Peer peer, AddressSet privateAddresses) => peer switch
    {
        Peer.Block block => new(AddressSet.From(block.Cidr), true),
        Peer.Group => new(privateAddresses, false),
        _ => new(AddressSet.All, false),
    };
}
