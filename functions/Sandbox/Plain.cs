using System.Globalization;
using System.Text;

namespace Remediator.Sandbox;

/// <summary>Makes text that others control (descriptions, names, program output) harmless on a terminal.</summary>
public static class Plain
{
    /// <summary>
    /// One line without control, format (bidirectional marks), surrogate and private-use characters, cut after <paramref name="most"/>
    /// characters with an ellipsis.
    /// </summary>
    public static string Text(string? text, int most = 120)
    {
        var plain = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (plain.Length >= most)
                return plain.Append('…').ToString();
            plain.Append(IsHarmless(rune) ? rune.ToString() : " ");
        }
        return plain.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
