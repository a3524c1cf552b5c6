namespace Remediator.Schedule;

/// <summary>What one run came to. The shell writes its lines, and throws where there are <see cref="Problems"/>.</summary>
/// <param name="Steps">In order; empty when the run did not begin.</param>
public sealed record RunReport(ImmutableArray<StepReport> Steps)
{
    /// <summary>Until when another run may still be going on; null when this one had its turn.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public ImmutableArray<string> Problems => [.. Steps.SelectMany(s => s.Problems.Select(p => $"{s.Step}: {p}"))];
}
