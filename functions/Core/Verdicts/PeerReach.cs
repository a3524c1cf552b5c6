using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Verdicts;

/// <summary>The addresses that a peer stands for, or, where nobody can say, those that it can stand for at most.</summary>
/// <param name="Set">Null: those of the block, which are not made a set before a rule meets them.</param>
/// <param name="Exact">False: the peer is some part of the addresses, unknown which.</param>
/// <param name="Vacant">A prefix list that holds nothing now, and anything once its owner fills it: only what is forbidden whatever it
/// holds is forbidden.</param>
internal readonly record struct PeerReach(AddressSet? Set, Cidr Block, bool Exact, bool Vacant)
{
    public AddressSet Addresses => Set ?? AddressSet.From(Block);

    /// <summary>A group's members are interfaces inside somebody's VPC, which reach each other by private address: never the
    /// internet. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html. (In IPv6 they may have global addresses;
    /// a rule against the internet does not mean them.) A prefix list that was not read may hold any address.</summary>
    public static PeerReach Of(Peer peer, AddressSet privateAddresses, Situation situation) => peer switch
    {
        Peer.Block block => new(null, block.Cidr, true, false),
        Peer.PrefixList list => OfList(situation.PrefixLists.GetValueOrDefault(list.Id)),
        _ => new(privateAddresses, default, false, false),
    };

    public bool Meets(TrafficSet traffic, ServiceSet services) =>
        Set is null ? traffic.Overlaps(services, Block) : traffic.Overlaps(services, Set);

    private static PeerReach OfList(PrefixList? list) => list switch
    {
        null => new(AddressSet.All, default, false, false),
        { Addresses.IsEmpty: true } => new(AddressSet.All, default, false, true),
        _ => new(list.Addresses, default, true, false),
    };
}
