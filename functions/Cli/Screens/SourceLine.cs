using System.Globalization;
using System.Text;
using Remediator.Diagnostics;

namespace Remediator.Cli.Screens;

/// <summary>A line of a policy file with a caret under one of its columns.</summary>
internal static class SourceLine
{
    private const int MostShown = 120;
    private const int ShownBefore = 80;

    /// <summary>Nothing where the file has no such line. Long lines are cut to what stands around the column.</summary>
    /// <param name="column">In UTF-16 units, counted from 1.</param>
    public static IEnumerable<Line> Show(string text, int line, int column)
    {
        if (At(text, line) is not { } source) yield break;
        var caret = Math.Clamp(column - 1, 0, source.Length);
        var first = caret > ShownBefore ? caret - ShownBefore : 0;
        var shown = source.AsSpan(first, Math.Min(MostShown, source.Length - first));
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var dots = first > 0 ? "…" : "";
        var before = Plain(shown[..(caret - first)]);
        yield return new Line().Add($"{number} | ", Tone.Quiet).Add(dots + before + Plain(shown[(caret - first)..]));
        yield return new Line().Add("      | ", Tone.Quiet).Add(new string(' ', dots.Length + Cells(before))).Add("^", Tone.Bad);
    }

    private static string? At(string text, int line)
    {
        var start = 0;
        for (var number = 1; number < line; number++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) return null;
            start = end + 1;
        }

        var stop = text.IndexOf('\n', start);
        return (stop < 0 ? text[start..] : text[start..stop]).TrimEnd('\r');
    }

    /// <summary>Each character takes the place that it has in the file: a tab is one blank, what must not be shown a question mark.</summary>
    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) plain.Append(rune.Value == '\t' ? " " : rune.Value == '`' || UserText.IsPlain(rune) ? rune.ToString() : "?");
        return plain.ToString();
    }

    /// <summary>Columns on the screen.</summary>
    private static int Cells(string text) => text.EnumerateRunes().Sum(Width);

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1,
    };
}
