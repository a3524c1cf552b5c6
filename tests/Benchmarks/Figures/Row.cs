using System.Collections.Immutable;

namespace Remediator.Benchmarks.Figures;

/// <summary>One thing measured on the function and on the floor in turn.</summary>
/// <param name="Ratio">Function over floor, of values measured side by side.</param>
/// <param name="Over">Function minus floor, likewise.</param>
internal sealed record Row(string What, string Unit, Spread Function, Spread Floor, Spread Ratio, Spread Over)
{
    public static Row Of(string what, string unit, ImmutableArray<double> function, ImmutableArray<double> floor) => new(
        what, unit, Spread.Of(function), Spread.Of(floor),
        Spread.Of([.. function.Zip(floor, (f, g) => f / g)]),
        Spread.Of([.. function.Zip(floor, (f, g) => f - g)]));
}
