namespace Remediator.Changes;

/// <summary>One call that changed several groups: a call of CreateTags names up to 1,000 resources. Never empty.</summary>
public sealed record Several(ImmutableArray<Change> Changes) : ChangeReading;
