using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Verdicts.Trimming;

/// <summary>What trim makes of a permission.</summary>
/// <param name="Pieces">What remains, the fewest that do it. Empty when nothing would, or nothing else than the permission itself: trim is
/// then a revoke.</param>
/// <param name="Dropped">What goes though no rule forbids it.</param>
internal sealed record Cut(ImmutableArray<Permission> Pieces, TrafficSet Dropped);
