using System.Globalization;

namespace Remediator.Benchmarks.Figures;

/// <summary>The rows as a person reads them: each figure as median (least–most).</summary>
internal static class Table
{
    private static readonly string[] Head = ["", "", "function", "floor", "ratio", "over the floor"];

    public static string Text(IReadOnlyList<Row> rows)
    {
        List<string[]> lines = [Head, .. rows.Select(Cells)];
        var widths = Enumerable.Range(0, Head.Length).Select(i => lines.Max(line => line[i].Length)).ToArray();
        return string.Join('\n', lines.Select(line => Padded(line, widths)));
    }

    private static string Padded(string[] line, int[] widths) =>
        string.Join("  ", line.Select((cell, i) => i < 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd();

    private static string[] Cells(Row row) =>
        [row.What, row.Unit, Shown(row.Function, ""), Shown(row.Floor, ""), Shown(row.Ratio, "x"), Shown(row.Over, "")];

    private static string Shown(Spread spread, string unit) => spread.Least == spread.Most
        ? Number(spread.Median) + unit
        : $"{Number(spread.Median)}{unit} ({Number(spread.Least)}–{Number(spread.Most)})";

    /// <summary>Three digits that mean something.</summary>
    private static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
