namespace Remediator.Grants;

/// <summary>The scope, or every reason why these terms are none.</summary>
public sealed record ScopeReading(GrantScope? Scope, ImmutableArray<Refusal> Refusals);
