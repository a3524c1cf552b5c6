using Remediator.Groups;

namespace Remediator.Undos;

/// <summary>How putting back ended.</summary>
/// <param name="Standing">Of what is wanted, as a read shows it.</param>
/// <param name="Problem">Null when all of it stands.</param>
/// <param name="IsFull">The group takes no more rules.</param>
/// <param name="IsNothingOpen">A read shows that none of it stands.</param>
internal sealed record Opened(ImmutableArray<Permission> Standing, string? Problem, bool IsFull, bool IsNothingOpen);
