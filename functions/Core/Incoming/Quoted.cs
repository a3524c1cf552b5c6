using System.Globalization;
using System.Text;

namespace Remediator.Incoming;

/// <summary>Text from outside, made fit for a message: in backticks, on one line, printable ASCII, shortened.</summary>
internal static class Quoted
{
    /// <summary>The most characters of a value that a message shows.</summary>
    private const int Longest = 80;

    public static string Text(string text) => $"`{Escaped(text, Longest)}`";

    /// <summary>Control characters, bidirectional marks and backticks could forge a second message: they are spelled as numbers.</summary>
    public static string Escaped(string text, int longest)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest) + 1);
        foreach (var c in text)
        {
            if (shown.Length >= longest) return shown.Append('…').ToString();
            if (c is >= ' ' and <= '~' and not '`') shown.Append(c);
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return shown.ToString();
    }
}
