namespace Remediator.Threats;

/// <summary>What lets the contacts of a finding in, and what may or may not.</summary>
/// <param name="Doors">By interface, group, permission and contact, in the order of each; no two alike.</param>
/// <param name="Unknown">What could not be told and is therefore no door, each once, for people: with what stands in the way.</param>
public sealed record DoorsFound(ImmutableArray<Door> Doors, ImmutableArray<string> Unknown)
{
    public static readonly DoorsFound None = new([], []);
}
