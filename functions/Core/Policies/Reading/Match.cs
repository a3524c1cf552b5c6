using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Policies.Reading;

/// <summary>One <c>deny</c> or <c>unless</c>, read.</summary>
/// <param name="Direction">Null: both.</param>
/// <param name="Pieces">How many intervals its services and its addresses have: what set operations on it cost.</param>
internal sealed record Match(Direction? Direction, TrafficSet Traffic, (long Services, long Addresses) Pieces, Place Place);
