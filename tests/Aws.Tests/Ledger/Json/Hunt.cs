using System.Globalization;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>How many random cases: REMEDIATOR_TEST_EFFORT multiplies them.</summary>
internal static class Hunt
{
    public const int Seed = 20261121;

    public static int Times(int cases) =>
        cases * (int.TryParse(Environment.GetEnvironmentVariable("REMEDIATOR_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var effort) ? Math.Max(1, effort) : 1);
}
