using System.Globalization;

namespace Remediator.Incoming;

/// <summary>What every event names: the account and region that are acted on, and times. Each is checked before it is used.</summary>
/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html</remarks>
internal static class EnvelopeFields
{
    private const string ATime = "a time such as `2026-01-31T12:34:56Z`";

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static string? Account(JsonCursor place, string name, JsonCursor? field, List<string> problems) =>
        Checked(place, name, field, IsAccount, "an account of 12 digits", problems);

    public static string? Region(JsonCursor place, string name, JsonCursor? field, List<string> problems) =>
        Checked(place, name, field, IsRegion, "a region such as `eu-west-1`", problems);

    /// <summary>The text of a field that has to be there, or a problem.</summary>
    /// <param name="place">The object that the field stands in.</param>
    /// <param name="field">The field; null when it is missing.</param>
    public static string? Checked(JsonCursor place, string name, JsonCursor? field, Func<string, bool> valid, string expected, List<string> problems)
    {
        if (field?.Text() is { } text && valid(text)) return text;
        problems.Add(field?.Not(expected) ?? place.Lacks(name, expected));
        return null;
    }

    public static DateTimeOffset? Time(JsonCursor place, string name, JsonCursor? field, List<string> problems)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(field?.Text(), TimeForms, CultureInfo.InvariantCulture, utc, out var time)) return time;
        problems.Add(field?.Not(ATime) ?? place.Lacks(name, ATime));
        return null;
    }

    /// <summary>A record that names another account or region than its envelope is about something that we must not touch.</summary>
    public static void SameAs(JsonCursor? ours, JsonCursor? theirs, List<string> problems)
    {
        if (ours is null || theirs is null || ours.Text() == theirs.Text()) return;
        problems.Add($"`{theirs.Path}` is {theirs.Seen}, but `{ours.Path}` is {ours.Seen}: expected the same");
    }

    private static bool IsAccount(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>The region becomes part of a host name: nothing but what region names are made of.</summary>
    private static bool IsRegion(string text) =>
        text.Length is > 4 and <= 40 && char.IsAsciiLetterLower(text[0]) && text.Contains('-', StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
