using System.Globalization;
using System.Text;
using Remediator.Diagnostics;

namespace Remediator.Cli.Screens;

/// <summary>Lines of a policy file, each with a caret under one of its columns.</summary>
internal sealed class SourceLine(string text)
{
    private const int MostShown = 120;
    private const int ShownBefore = 80;

    /// <summary>Where each line begins; found once, since a large file may have many problems.</summary>
    private List<int>? _starts;

    /// <summary>Nothing where the file has no such line. Long lines are cut to what stands around the column.</summary>
    /// <param name="column">In UTF-16 units, counted from 1.</param>
    public IEnumerable<Line> Show(int line, int column)
    {
        if (At(line) is not { } source) yield break;
        var caret = Math.Clamp(column - 1, 0, source.Length);
        var first = caret > ShownBefore ? caret - ShownBefore : 0;
        var shown = source.AsSpan(first, Math.Min(MostShown, source.Length - first));
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var dots = first > 0 ? "…" : "";
        var before = Plain(shown[..(caret - first)]);
        yield return new Line().Add($"{number} | ", Tone.Quiet).Add(dots + before + Plain(shown[(caret - first)..]));
        yield return new Line().Add("      | ", Tone.Quiet).Add(new string(' ', dots.Length + Cells(before))).Add("^", Tone.Bad);
    }

    private string? At(int line)
    {
        _starts ??= Starts(text);
        if (line < 1 || line > _starts.Count) return null;
        var start = _starts[line - 1];
        var stop = line < _starts.Count ? _starts[line] : text.Length;
        return text[start..stop].TrimEnd('\r', '\n');
    }

    /// <summary>As YAML counts: a line ends with LF, CR LF, or CR alone.</summary>
    private static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'))) starts.Add(at + 1);
        return starts;
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
