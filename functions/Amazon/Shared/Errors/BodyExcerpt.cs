using System.Globalization;
using System.Text;

namespace Amazon.Shared.Errors;

/// <summary>The start of a body from an unknown sender, safe to put into one line of a log.</summary>
internal static class BodyExcerpt
{
    private const int LongestInCharacters = 160;
    private const int LongestInBytes = 4 * LongestInCharacters;

    /// <summary>At most 160 characters in backticks, runs of white space and of control or formatting characters as one blank; or <c>an empty body</c>.</summary>
    internal static string Of(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return "an empty body";
        }

        var start = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestInBytes)]);
        var text = new StringBuilder(LongestInCharacters);
        foreach (var rune in start.EnumerateRunes())
        {
            if (text.Length >= LongestInCharacters)
            {
                break;
            }

            Append(text, rune);
        }

        var shortened = text.Length >= LongestInCharacters || body.Length > LongestInBytes;
        return $"`{text.ToString().Trim()}`{(shortened ? $" and more ({body.Length} bytes)" : "")}";
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        if (!IsBlank(rune))
        {
            text.Append(rune.Value == '`' ? "'" : rune.ToString());
        }
        else if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
