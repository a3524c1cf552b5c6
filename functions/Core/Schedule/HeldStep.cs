using System.Globalization;
using Remediator.Ledger;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>What a guardrail held back, or nobody could decide, is judged again once it is due: by the policy and the agreements of
/// now.</summary>
internal sealed class HeldStep(World world, Func<Attempt, Invocation, CancellationToken, Task<Result>> again)
{
    public const string Name = "held";

    private const int Most = 500;

    /// <summary>About as many as are handled in one run.</summary>
    private const int OfARun = 50;

    private static readonly TimeSpan BetweenRuns = TimeSpan.FromMinutes(5);

    public async Task<StepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var due = await world.Ledger.Held(world.Clock.GetUtcNow(), Most, cancel).ConfigureAwait(false);
        var report = due.Problem is { } problem ? Alone.Short(Name, $"what is held could not be read: {problem}") : new StepReport(Name);

        // One that cannot be read keeps no other back.
        if (due.Value.IsDefault) return report;
        foreach (var (key, index) in Turned(due.Value).Select((key, index) => (key, index)))
        {
            // What is due stays due.
            if (world.Clock.GetUtcNow() >= invocation.ActUntil)
                return report with { Did = [.. report.Did, string.Create(CultureInfo.InvariantCulture, $"left {due.Value.Length - index} for the next run")] };
            report = report.And(await Alone.Run(Name, $"`{key}`", () => Again(key, invocation, cancel), cancel).ConfigureAwait(false));
        }

        return report;
    }

    /// <summary>The longest due first; but where there are more than one run handles, each run begins further on, so that those which
    /// fail each time keep no other back.</summary>
    private IEnumerable<string> Turned(ImmutableArray<string> due)
    {
        var run = world.Clock.GetUtcNow().Ticks / BetweenRuns.Ticks;
        var from = due.Length <= OfARun ? 0 : (int)(run * OfARun % due.Length);
        return due.Skip(from).Concat(due.Take(from));
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
