namespace Remediator.Benchmarks.Figures;

/// <summary>What a figure was in the middle, and between which ends it moved.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IReadOnlyCollection<double> values) => new(Percentile(values, 50), values.Min(), values.Max());

    /// <summary>The value below which the given share lies, interpolated between neighbours.</summary>
    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        var place = (sorted.Length - 1) * percent / 100.0;
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
