using System.Globalization;
using System.Text;

namespace Remediator.Diagnostics;

/// <summary>Text that somebody else wrote, made fit to stand in a message.</summary>
public static class UserText
{
    /// <summary>Characters shown; what follows becomes <c>…</c>.</summary>
    public const int Longest = 60;

    /// <summary>The text in backticks, shortened, with whatever could forge a line, hide text or end the quotation spelled as
    /// <c>\u{…}</c>: control and format characters (bidirectional overrides), line breaks, backticks.</summary>
    public static string Quote(string text)
    {
        var shown = new StringBuilder("`");
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++length > Longest)
            {
                _ = shown.Append('…');
                break;
            }

            _ = IsPlain(rune) ? shown.Append(rune.ToString()) : shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }

        return shown.Append('`').ToString();
    }

    /// <summary>Several texts, each quoted: <c>`a`, `b` and 7 more</c>.</summary>
    public static string QuoteAll(IReadOnlyCollection<string> texts, int most = 30)
    {
        var shown = string.Join(", ", texts.Take(most).Select(Quote));
        return texts.Count <= most ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {texts.Count - most} more");
    }

    /// <summary>Whether a character shows itself, stays on its line and does not change how its neighbours are shown.</summary>
    public static bool IsPlain(Rune rune) => rune.Value != '`' && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
