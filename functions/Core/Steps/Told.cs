namespace Remediator.Steps;

/// <summary>How it ended to tell people, or Security Hub, one thing.</summary>
/// <param name="IsDone">It was told, or will be: it waits in the outbox.</param>
/// <param name="Failed">How much of it was not taken at once.</param>
/// <param name="Problems">What neither was taken nor is in the outbox: it has to be told again.</param>
/// <param name="Remarks">What fell short and fails nothing.</param>
public sealed record Told(bool IsDone, int Failed, ImmutableArray<string> Problems, ImmutableArray<string> Remarks)
{
    /// <summary>Told, or there was nothing to tell.</summary>
    public static readonly Told Done = new(true, 0, [], []);

    public Told And(Told other) => new(IsDone && other.IsDone, Failed + other.Failed, [.. Problems, .. other.Problems], [.. Remarks, .. other.Remarks]);
}
