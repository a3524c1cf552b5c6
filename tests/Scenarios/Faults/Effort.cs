using System.Globalization;

namespace Remediator.Scenarios.Faults;

/// <summary>How much is tried: REMEDIATOR_TEST_EFFORT, 1 unless set.</summary>
internal static class Effort
{
    public static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("REMEDIATOR_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1;

    /// <summary>For what takes minutes and wants the machine for itself.</summary>
    public static void SkipUnlessAsked() => Assert.SkipUnless(Times > 1, "it takes minutes and wants the machine for itself: run it alone with REMEDIATOR_TEST_EFFORT=2");
}
