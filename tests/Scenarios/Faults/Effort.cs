using System.Globalization;

namespace Remediator.Scenarios.Faults;

/// <summary>How much is tried: REMEDIATOR_TEST_EFFORT, 1 unless set.</summary>
internal static class Effort
{
    public static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("REMEDIATOR_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1;
}
