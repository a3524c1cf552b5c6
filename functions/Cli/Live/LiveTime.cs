using System.Globalization;

namespace Remediator.Cli.Live;

/// <summary>Times for the person at this terminal: <c>2026-11-20 18:30 +01:00 (in 7 h 59 min)</c>.</summary>
internal sealed class LiveTime(TimeProvider clock)
{
    public string Of(DateTimeOffset time) => $"{Local(time)} ({Relative(time)})";

    public string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary><c>in 7 h 59 min</c>, <c>2 d 3 h ago</c>, <c>now</c>: whole minutes, cut off.</summary>
    public string Relative(DateTimeOffset time)
    {
        var span = time - clock.GetUtcNow();
        return span.Duration() < TimeSpan.FromMinutes(1) ? "now" : span > TimeSpan.Zero ? $"in {Span(span)}" : $"{Span(span.Duration())} ago";
    }

    /// <summary>The two largest parts: <c>3 d 4 h</c>, <c>4 h 20 min</c>, <c>20 min</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var (first, second) = span.Days > 0 ? (Part(span.Days, "d"), Part(span.Hours, "h")) : (Part(span.Hours, "h"), Part(span.Minutes, "min"));
        var text = $"{first} {second}".Trim();
        return text.Length == 0 ? "less than a minute" : text;
    }

    private static string Part(int count, string unit) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
