using System.Globalization;

namespace Remediator.Findings;

/// <summary>Times and spans for people. CloudTrail tells times in whole seconds, so no span is told finer.</summary>
internal static class TimeText
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 with milliseconds, as ASFF takes it.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Security Hub keeps milliseconds: what is finer would make two times of one observation.</summary>
    public static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>How long, never negative: clocks differ between machines.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to)
    {
        var seconds = Math.Max(0, Math.Round((to - from).TotalSeconds));
        return seconds switch
        {
            < 2 => "about a second",
            < 120 => string.Create(CultureInfo.InvariantCulture, $"about {seconds} seconds"),
            < 7200 => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(seconds / 60)} minutes"),
            < 172800 => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(seconds / 3600)} hours"),
            _ => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(seconds / 86400)} days"),
        };
    }
}
