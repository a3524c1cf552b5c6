using System.Globalization;
using Remediator.Ledger;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>What a guardrail held back, or nobody could decide, is judged again once it is due: by the policy and the agreements of
/// now.</summary>
internal sealed class HeldStep(World world, Func<Attempt, Invocation, CancellationToken, Task<Result>> again)
{
    public const string Name = "held";

    /// <summary>The next run comes in minutes: no more than may be handled in one.</summary>
    private const int Most = 50;

    public async Task<StepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var due = await world.Ledger.Held(world.Clock.GetUtcNow(), Most, cancel).ConfigureAwait(false);
        var report = due.Problem is { } problem ? Alone.Short(Name, $"what is held could not be read: {problem}") : new StepReport(Name);

        // One that cannot be read keeps no other back.
        if (due.Value.IsDefault) return report;
        foreach (var (key, index) in due.Value.Select((key, index) => (key, index)))
        {
            // What is due stays due: the next run begins with the longest due.
            if (world.Clock.GetUtcNow() >= invocation.ActUntil)
                return report with { Did = [.. report.Did, string.Create(CultureInfo.InvariantCulture, $"left {due.Value.Length - index} for the next run")] };
            report = report.And(await Alone.Run(Name, $"`{key}`", () => Again(key, invocation, cancel), cancel).ConfigureAwait(false));
        }

        return report;
    }

    private async Task<StepReport> Again(string key, Invocation invocation, CancellationToken cancel)
    {
        var reading = await world.Ledger.Earlier(key, cancel).ConfigureAwait(false);
        if (reading.Problem is { } problem) return Alone.Short(Name, $"`{key}` could not be read: {problem}");
        if (reading.Value is not { FinishedAt: null } attempt) return new(Name);
        var result = await again(attempt, invocation, cancel).ConfigureAwait(false);
        return new(Name) { Results = [result], Problems = [.. result.Problems.Select(p => $"`{key}`: {p}")] };
    }
}
