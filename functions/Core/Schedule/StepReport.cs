using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>What one step of a run came to.</summary>
/// <param name="Step">Its name, as the log has it.</param>
public sealed record StepReport(string Step)
{
    /// <summary>What was done, a line each.</summary>
    public ImmutableArray<string> Did { get; init; } = [];

    /// <summary>What fell short: it fails the invocation, after all other steps had their turn.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>The calls that changed something, or were meant to.</summary>
    public ImmutableArray<CallMade> Calls { get; init; } = [];

    /// <summary>Events that were judged again, and how each ended.</summary>
    public ImmutableArray<Result> Results { get; init; } = [];

    /// <summary>Both, under the name of this one.</summary>
    public StepReport And(StepReport more) => this with
    {
        Did = [.. Did, .. more.Did],
        Problems = [.. Problems, .. more.Problems],
        Calls = [.. Calls, .. more.Calls],
        Results = [.. Results, .. more.Results],
    };
}
