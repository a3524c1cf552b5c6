using System.Globalization;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Sandbox.Tours;

/// <summary>The fault matrix for a person: every AWS call of one event goes wrong in every way, and a table says what came of it.</summary>
public sealed class FaultTour(SandboxAccount account, Screen screen)
{
    private readonly Lock _lock = new();
    private int _ended;

    /// <summary>The Sandbox's own account, with as many processes as may have to wait for a dead one's claim at the same time.</summary>
    public static SandboxOptions Options(SandboxOptions given) => given with { Processes = 16 };

    /// <returns>The exit code: 0 when all ended as it should, else 1.</returns>
    /// <param name="only">One of <see cref="FaultPoints.Groups"/>; null: all.</param>
    public async Task<int> RunAsync(int seed, string? only, CancellationToken cancellation)
    {
        using var matrix = new FaultMatrix(account, new OneOfTwo());
        var calls = await matrix.CallsAsync(cancellation);
        screen.Heading("The AWS calls of an event that opens a forbidden port and an allowed one");
        foreach (var call in calls)
            screen.Line($"   {Plain.Text(call)}");
        var points = FaultPoints.All(calls).Where(point => only is null || point.Group == only).ToArray();
        new Random(seed).Shuffle(points);
        screen.Heading(string.Create(CultureInfo.InvariantCulture, $"{points.Length} times something goes wrong (seed {seed})"));
        var results = await matrix.RunAsync(points, result => Progress(result, points.Length), cancellation);
        foreach (var call in results.GroupBy(result => result.Point.Call).OrderBy(call => calls.IndexOf(call.Key.Split(' ')[0])).ThenBy(call => call.Key, StringComparer.Ordinal))
            Show(call.Key, call);
        return Farewell(results);
    }

    private void Progress(FaultResult result, int all)
    {
        lock (_lock)
            _ended++;
        if (!result.IsRight || _ended % 10 == 0)
            screen.Quiet(string.Create(CultureInfo.InvariantCulture, $"   {_ended,4} of {all}{(result.IsRight ? "" : $"   ✗ {result.Point}")}"));
    }

    private void Show(string call, IEnumerable<FaultResult> results)
    {
        screen.Heading(Plain.Text(call));
        foreach (var result in results.OrderBy(one => one.Point.Fault, StringComparer.Ordinal))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $" {result.Point.Fault,-56} {Words(result),-60} {result.Took.TotalSeconds,6:0.0} s");
            if (result.IsRight)
                screen.Good("   ✓" + line);
            else
                screen.Bad("   ✗" + line);
            foreach (var problem in result.Problems)
                screen.Bad("        " + Plain.Text(problem, 400));
            foreach (var made in result.Trace)
                screen.Quiet("        " + Plain.Text(made, 1000));
        }
    }

    private static string Words(FaultResult result)
    {
        var attempts = result.Attempts == 1 ? "handled in the first attempt" : string.Create(CultureInfo.InvariantCulture, $"handled in attempt {result.Attempts}");
        var letter = result.DeadLettered ? "dead letter, then " : "";
        return $"{letter}{attempts}{(result.Notices > 1 ? string.Create(CultureInfo.InvariantCulture, $", {result.Notices} notices") : "")}";
    }

    private int Farewell(ImmutableArray<FaultResult> results)
    {
        var wrong = results.Count(result => !result.IsRight);
        screen.Line();
        if (wrong == 0)
            screen.Good(string.Create(CultureInfo.InvariantCulture, $"All {results.Length} ended as they should: the forbidden rule gone once, the allowed one untouched, one finding, passed and resolved, and a notice."));
        else
            screen.Bad(string.Create(CultureInfo.InvariantCulture, $"{wrong} of {results.Length} did not end as they should."));
        return wrong == 0 ? 0 : 1;
    }
}
