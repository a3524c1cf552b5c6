using Remediator.Groups;

namespace Remediator.Verdicts;

/// <summary>A permission that could go without any traffic being shut out.</summary>
/// <param name="Covers">Permissions that admit all of it, none of them redundant.</param>
public sealed record Redundant(Permission Permission, ImmutableArray<Permission> Covers);
