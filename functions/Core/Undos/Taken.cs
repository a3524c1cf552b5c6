using Remediator.Groups;

namespace Remediator.Undos;

/// <summary>How taking away ended.</summary>
/// <param name="Gone">What is not there any more.</param>
/// <param name="Problem">Null when nothing of it is left that is still what we put there.</param>
/// <param name="Remarks">What was left where it is.</param>
internal sealed record Taken(ImmutableArray<Permission> Gone, string? Problem, ImmutableArray<string> Remarks);
