using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>What every line must be, whoever wrote the texts in it.</summary>
internal static class OneLine
{
    public const int MostBytes = 200_000;

    /// <summary>The JSON object of a line that is one line, bounded, and free of what could forge or hide text.</summary>
    public static JsonElement Of(string line)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(line), 2, MostBytes);
        Assert.DoesNotContain(line.EnumerateRunes(), IsHidden);
        return JsonDocument.Parse(line).RootElement;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
