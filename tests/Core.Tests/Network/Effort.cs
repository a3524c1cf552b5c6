using System.Globalization;

namespace Remediator.Core.Tests.Network;

/// <summary>How long the hunts last: REMEDIATOR_TEST_EFFORT multiplies their cases, for a longer hunt than a build can wait for.</summary>
internal static class Effort
{
    public static int Times(int cases) =>
        cases * (int.TryParse(Environment.GetEnvironmentVariable("REMEDIATOR_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1);
}
