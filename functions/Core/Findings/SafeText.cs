using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Remediator.Findings;

/// <summary>The one place where text that others wrote becomes text that people may be shown.</summary>
/// <remarks>INVARIANT of every result: one line; no control, format (bidi overrides, zero width), private or unassigned character, no
/// lone surrogate; no <c>${</c>, which some who read logs would look up; access key ids masked; at most as many UTF-16 units as asked for, never cut inside a character that people see as
/// one. UTF-16 units are the strictest reading of "characters" in the limits of Security Hub and SNS.</remarks>
public static partial class SafeText
{
    private const string Dots = "…";

    /// <summary>More marks than any script stacks on one letter: what goes beyond is there to deface.</summary>
    private const int MostMarks = 4;

    /// <summary>One line of the text; what must not be shown raw is shown as an escape, <c>\u202e</c> say. Empty for null.</summary>
    public static string Line(string? text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (string.IsNullOrEmpty(text)) return "";
        var line = new StringBuilder();
        var marks = MostMarks;
        foreach (var rune in AccessKeyId().Replace(text, Masked).Replace("${", "\\u0024{", StringComparison.Ordinal).EnumerateRunes())
        {
            if (line.Length > most) break;
            marks = IsMark(rune) ? marks + 1 : 0;
            Append(line, rune, shown: marks <= MostMarks);
        }

        return line.Length > most ? Shorten(line.ToString(), most) : line.ToString().TrimEnd();
    }

    /// <summary>As <see cref="Line"/>, with no address that a reader could tap.</summary>
    public static string Words(string? text, int most) => Line(text?.Replace("://", "[:]//", StringComparison.Ordinal), most);

    /// <summary>Somebody's free text in double quotes, which it cannot close, and with no address that a reader could tap.</summary>
    public static string Quote(string? text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        var line = Words(text, most - 2);
        return $"\"{line.Replace('"', '\'')}\"";
    }

    /// <summary>As <see cref="Words"/>, in printable ASCII (0x20 to 0x7e); what is not becomes a question mark.</summary>
    public static string Ascii(string? text, int most)
    {
        var line = Words(text, int.MaxValue - Dots.Length);
        var ascii = new StringBuilder();
        foreach (var rune in line.EnumerateRunes()) ascii.Append(rune.Value is >= ' ' and <= '~' ? (char)rune.Value : '?');
        if (ascii.Length <= most) return ascii.ToString();
        return most <= 3 ? ascii.ToString(0, most) : ascii.ToString(0, most - 3) + "...";
    }

    /// <summary>Cuts text that is already safe. The cut falls between characters as people see them, and is shown.</summary>
    public static string Shorten(string safe, int most)
    {
        if (safe.Length <= most) return safe;
        var room = most - Dots.Length;
        var end = 0;
        for (var next = 0; next <= room; next += StringInfo.GetNextTextElementLength(safe.AsSpan(next))) end = next;
        if (end == 0) end = room > 0 && char.IsHighSurrogate(safe[room - 1]) ? room - 1 : room;
        return string.Concat(safe.AsSpan(0, end).TrimEnd(), Dots);
    }

    [GeneratedRegex("(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKeyId();

    private static string Masked(Match key) => $"{key.Value[..4]}****{key.Value[^4..]}";

    private static void Append(StringBuilder line, Rune rune, bool shown)
    {
        if (rune.Value is > ' ' and <= '~') line.Append((char)rune.Value);
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
        {
            if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        else if (shown && IsVisible(rune)) line.Append(rune.ToString());
        else line.Append(CultureInfo.InvariantCulture, $"\\{(rune.IsBmp ? $"u{rune.Value:x4}" : $"U{rune.Value:x8}")}");
    }

    private static bool IsMark(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsVisible(Rune rune) => !IsBlank(rune) && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Letters and symbols that are drawn as nothing: the Hangul fillers and the empty Braille pattern.</summary>
    private static bool IsBlank(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
