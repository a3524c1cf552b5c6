using System.Globalization;
using System.Text;

namespace Remediator.Tests.Findings;

/// <summary>Random text of the kinds that break what shows it. The seed is printed by whoever fails.</summary>
internal static class OddText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", " ", "  ", "\u00a0", "\u3000", "0", "\"", "'", "`", "\\", "/", "://", "\n", "\r\n", "\t", "\0", "\u001b[31m", "\u0007", "\u007f", "\u0085", "\u009b1m",
        "\u2028", "\u2029", "\u202e", "\u202c", "\u2066", "\u2069", "\u200b", "\u200d", "\u200e", "\u061c", "\ufeff", "\u00ad", "\ud800", "\udc00", "\udbff", "\ufffe", "\uffff",
        "\u0301", "\u0489", "\u0903", "\ufe0f", "é", "ß", "中", "한", "\u1100\u1161\u11a8", "\u1100", "\u3164", "\u2800", "👩🏽", "👨‍👩‍👧", "🇩🇪", "🇩", "💣", "𝒳", "\U000e0041", "\U0010ffff",
        "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "%0a", "&#10;", "<b>", "{}", "=cmd()", "\ue000",
    ];

    public static string Of(Random random, int most)
    {
        var text = new StringBuilder();
        for (var left = random.Next(most + 1); left > 0; left--)
        {
            if (random.Next(8) == 0) text.Append((char)random.Next(0x10000));
            else text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(200) == 0) text.Insert(text.Length, Pieces[random.Next(Pieces.Length)], 50);
        }

        return text.ToString();
    }

    /// <summary>What the text breaks of <see cref="Remediator.Findings.SafeText"/>'s promise; null when nothing. Written apart from
    /// the code under test: by listing what is bad, not what is good.</summary>
    public static string? Problem(string text, bool lines = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return At(i, "a lone surrogate");
                if (char.ConvertToUtf32(c, text[i + 1]) is >= 0xE0000 and <= 0xE007F or >= 0xF0000) return At(i, "an invisible or private character");
                i++;
            }
            else if (c == '\n' && lines) continue;
            else if (char.IsControl(c)) return At(i, "a control character");
            else if (c is (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or '\u061c' or '\ufeff' or '\u00ad') return At(i, "an invisible character");
            else if (c is >= '\ufdd0' and <= '\ufdef' or >= '\ufffe' or (>= '\ue000' and <= '\uf8ff')) return At(i, "no character");
        }

        return text.Contains("AKIAIOSFODNN7EXAMPLE", StringComparison.Ordinal) || text.Contains("ASIAIOSFODNN7EXAMPLE", StringComparison.Ordinal) ? "an access key id" : null;
    }

    private static string At(int index, string what) => string.Create(CultureInfo.InvariantCulture, $"{what} at {index}");
}
