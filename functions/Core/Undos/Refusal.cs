namespace Remediator.Undos;

/// <summary>Why an entry is not undone.</summary>
/// <param name="Why">Safe to show.</param>
/// <param name="How">What to do instead; safe to show.</param>
public sealed record Refusal(string Why, string How);
