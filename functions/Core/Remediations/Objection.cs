namespace Remediator.Remediations;

/// <summary>Why something is not done that a rule asks for.</summary>
/// <param name="Why">In a few words for people.</param>
/// <param name="IsHeld">It is only put off: judged again later, and can be let go by hand. False: it is only observed.</param>
public sealed record Objection(string Why, bool IsHeld = false);
