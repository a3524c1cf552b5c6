using System.Globalization;

namespace Remediator.Memories;

/// <summary>Times in notes: Unix milliseconds.</summary>
internal static class UnixTime
{
    private const long Last = 253_402_300_799_999; // the year 9999

    /// <summary>Null for what is none.</summary>
    public static DateTimeOffset? Read(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? Of(ms) : null;

    public static DateTimeOffset? Of(long ms) => ms is >= 0 and <= Last ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
