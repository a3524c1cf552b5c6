using System.Globalization;

namespace Remediator.Core.Tests.Network;

/// <summary>How long the hunts last and where they begin, for a longer hunt than a build can wait for: REMEDIATOR_TEST_EFFORT multiplies
/// their cases, and REMEDIATOR_TEST_SEED, a number, moves every seed away from the fixed one to cases of its own.</summary>
internal static class Effort
{
    /// <summary>2^32 over the golden ratio: seeds moved by neighbouring numbers lie far apart.</summary>
    private const uint Stride = 0x9E3779B1;

    public static int Times(int cases) => cases * Math.Max(1, Number("REMEDIATOR_TEST_EFFORT"));

    public static int Seed(int usual) => unchecked((int)((uint)usual + Stride * (uint)Number("REMEDIATOR_TEST_SEED")));

    private static int Number(string variable) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => 0,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new InvalidOperationException($"`{variable}` is `{text}`, expected a number"),
    };
}
