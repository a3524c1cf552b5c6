using System.Globalization;
using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Scenarios.Faults;

/// <summary>Runs points of the matrix, and fails with everything that did not end as it should.</summary>
internal static class MatrixRun
{
    /// <param name="choose">The points to try, of the calls that a fault-free run makes.</param>
    public static async Task<ImmutableArray<FaultResult>> Of(SandboxAccount account, IFaultScenario scenario, Func<ImmutableArray<string>, IEnumerable<FaultPoint>> choose)
    {
        using var matrix = new FaultMatrix(account, scenario);
        var points = choose(await matrix.CallsAsync(CancellationToken.None)).ToList();
        var results = await matrix.RunAsync(points, _ => { }, CancellationToken.None);
        Assert.Equal(points.Count, results.Length);
        return results;
    }

    /// <summary>Says how many points these are, and what was wrong with any.</summary>
    public static void AllEndedAsTheyShould(string what, IEnumerable<FaultResult> chosen)
    {
        var results = chosen.ToList();
        Assert.NotEmpty(results);
        var (slowest, letters) = (results.Max(one => one.Took.TotalSeconds), results.Count(one => one.DeadLettered));
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {results.Count} points tried; {letters} became dead letters and were sent again; the slowest took {slowest:0.0} s"));
        Assert.True(results.All(one => one.IsRight), string.Join('\n', results.Where(one => !one.IsRight).Select(one => $"{one.Point}: {string.Join("; ", one.Problems)}\n    {string.Join("\n    ", one.Trace)}")));
    }
}
