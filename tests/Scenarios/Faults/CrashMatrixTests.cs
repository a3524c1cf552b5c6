using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Scenarios.Faults;

/// <summary>Every AWS call of one event goes wrong in every way, and the process is killed between any two of them. The event comes again:
/// the forbidden rule is gone once, the allowed one is the same, one finding passed and is resolved, and there was a notice.</summary>
[Collection<FaultCollection>]
public sealed class CrashMatrixTests(FaultyTown town) : IClassFixture<FaultyTown>
{
    [Fact]
    public async Task A_death_between_any_two_calls_leads_to_the_same_end() => MatrixRun.AllEndedAsTheyShould("deaths between two calls", (await town.Results()).Where(one => one.Point.Group == "kill"));

    [Fact]
    public async Task A_call_that_goes_wrong_once_leads_to_the_same_end() =>
        MatrixRun.AllEndedAsTheyShould("calls that go wrong once", (await town.Results()).Where(one => !IsLong(one.Point) && one.Point.Group is not ("kill" or "stale")));

    [Fact]
    public async Task A_call_that_goes_wrong_for_a_whole_attempt_or_for_ever_leads_to_the_same_end_or_to_a_dead_letter_that_does()
    {
        Effort.SkipUnlessAsked();
        MatrixRun.AllEndedAsTheyShould("calls that go wrong for long", (await town.Results()).Where(one => IsLong(one.Point)));
    }

    [Fact]
    public async Task Reads_that_lag_lead_to_the_same_end() => MatrixRun.AllEndedAsTheyShould("reads that lag", (await town.Results()).Where(one => one.Point.Group == "stale"));

    private static bool IsLong(FaultPoint point) => point.Plan.Faults.Any(fault => fault.Times == int.MaxValue);
}
