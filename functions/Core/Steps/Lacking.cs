using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>What a group lacks after an event.</summary>
/// <param name="Untold">Why something that a baseline names cannot be said in permissions, so that nobody knows whether it is there.</param>
public sealed record Lacking(ImmutableArray<Shortfall> Shortfalls, ImmutableArray<string> Untold)
{
    public static readonly Lacking Nothing = new([], []);

    public bool IsNothing => Shortfalls.IsEmpty && Untold.IsEmpty;
}
