using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Terms;

namespace Remediator.Policies.Reading;

/// <summary>One <c>deny</c>, or one mapping of <c>unless</c>, read.</summary>
/// <param name="Direction">Null: both.</param>
/// <param name="Limit">The <c>max-addresses</c> that stands in it.</param>
internal sealed record Match(Direction? Direction, ServiceSet Services, PeerSet Peers, MaxAddresses? Limit, Place Place)
{
    /// <summary>What it says in addresses.</summary>
    public TrafficSet Traffic { get; } = TrafficSet.Of(Services, Peers.Addresses);

    /// <summary>What it says in symbols.</summary>
    public ImmutableArray<SymbolicTraffic> Symbols => [.. Peers.Symbols.Select(symbol => new SymbolicTraffic(Services, symbol))];
}
