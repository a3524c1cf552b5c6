using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults;

/// <summary>The Sandbox's own account with its table, and as many processes as may wait at once for a dead one's claim to lapse. The
/// matrix runs once, with all points side by side; each test looks at some of them.</summary>
public sealed class FaultyTown : Town
{
    /// <summary>Of what makes the function wait for most of an attempt, this many are tried unless REMEDIATOR_TEST_EFFORT is above 1.</summary>
    private const int FewLongOnes = 12;

    private Task<ImmutableArray<FaultResult>>? _results;

    /// <summary>Decides which of the long ones are tried.</summary>
    public int Seed { get; } = Random.Shared.Next();

    protected override SandboxOptions Options => new() { Processes = 24 };

    /// <summary>What came of every point.</summary>
    public Task<ImmutableArray<FaultResult>> Results() => _results ??= MatrixRun.Of(Account, new OneOfTwo(), Points);

    /// <summary>The longest first, so that nobody waits for the last of them alone.</summary>
    private IEnumerable<FaultPoint> Points(ImmutableArray<string> calls)
    {
        FaultPoint[] longOnes = [.. FaultPoints.OfOutages(calls), .. FaultPoints.OfBadAttempts(calls)];
        new Random(Seed).Shuffle(longOnes);
        return [.. Effort.Times > 1 ? longOnes : longOnes.Take(FewLongOnes), .. FaultPoints.OfDeaths(calls), .. FaultPoints.OfStaleReads(calls), .. FaultPoints.OfSingleMishaps(calls)];
    }
}
