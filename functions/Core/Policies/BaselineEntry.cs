using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Policies;

/// <summary>One opening that a group should have: each of the services from each of the peers.</summary>
/// <param name="Addresses">The peers that are addresses; empty when all are symbols.</param>
/// <param name="Symbols">The peers that are not.</param>
public sealed record BaselineEntry(
    string Id, Direction Direction, ServiceSet Services, AddressSet Addresses, ImmutableArray<PeerSymbol> Symbols, string Why, Place Place)
{
    /// <summary>The day by which somebody is to look at the entry again; lint tells when it is past. Null: none.</summary>
    public DateOnly? Review { get; init; }
}
