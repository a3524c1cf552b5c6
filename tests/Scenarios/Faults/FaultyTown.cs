using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults;

/// <summary>The Sandbox's own account with its table, and as many processes as may wait at once for a dead one's claim to lapse. The
/// matrix runs once, with all points side by side; each test looks at some of them.</summary>
public sealed class FaultyTown : Town
{
    private Task<ImmutableArray<FaultResult>>? _results;

    protected override SandboxOptions Options => new() { Processes = 24 };

    /// <summary>What came of every point.</summary>
    public Task<ImmutableArray<FaultResult>> Results() => _results ??= MatrixRun.Of(Account, new OneOfTwo(), Points);

    /// <summary>The longest first, so that nobody waits for the last of them alone.</summary>
    private IEnumerable<FaultPoint> Points(ImmutableArray<string> calls)
    {
        // Whether a call is given up in two seconds hangs on the machine: these want it for themselves.
        FaultPoint[] longOnes = Effort.Times > 1 ? [.. FaultPoints.OfOutages(calls), .. FaultPoints.OfBadAttempts(calls)] : [];
        return [.. longOnes, .. FaultPoints.OfDeaths(calls), .. FaultPoints.OfStaleReads(calls), .. FaultPoints.OfSingleMishaps(calls)];
    }
}
