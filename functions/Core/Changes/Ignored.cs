namespace Remediator.Changes;

/// <summary>The event was read and changed nothing that we judge; <paramref name="Why"/> completes "ignored, because …".</summary>
public sealed record Ignored(string Why) : ChangeReading;
