using Remediator.Groups;

namespace Remediator.Undos;

/// <summary>A rule that a trim created and that undoing takes away: in a group without room it is turned into the wide permission
/// instead (ModifySecurityGroupRules keeps the kind of peer), so that no rule more is needed.</summary>
/// <param name="Wide">What is put back.</param>
/// <param name="Piece">With its <c>sgr-</c> id and the wide one's tags.</param>
public sealed record Swap(Permission Wide, Permission Piece);
