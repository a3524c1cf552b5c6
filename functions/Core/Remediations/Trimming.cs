using Remediator.Groups;

namespace Remediator.Remediations;

/// <summary>One permission that gives way to narrower ones. The pieces are authorised first, so that nothing allowed is ever shut out.</summary>
/// <param name="Wide">As it was judged.</param>
/// <param name="Pieces">What remains of it; never empty.</param>
public sealed record Trimming(GroupKey Group, Permission Wide, ImmutableArray<Permission> Pieces);
