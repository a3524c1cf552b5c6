using System.Globalization;

namespace Remediator.Changes;

/// <summary>Reads and checks the fields around the call. Every problem is reported, not just the first.</summary>
/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html and
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html</remarks>
internal static class EnvelopeReader
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Envelope? Read(JsonCursor root, JsonCursor detail, List<string> problems)
    {
        var before = problems.Count;
        var account = Checked(root, "account", IsAccount, "an account of 12 digits", problems);
        var region = Checked(root, "region", IsRegion, "a region such as `eu-west-1`", problems);
        var eventId = Checked(detail, "eventID", text => text.Length <= 256, "the id of the event", problems);
        var time = Time(root, detail, problems);
        SameAs(root, "account", detail, "recipientAccountId", problems);
        SameAs(root, "region", detail, "awsRegion", problems);
        if (problems.Count > before) return null;
        var requestId = detail.Field("requestID")?.Text() ?? detail.Field("responseElements")?.Field("requestId")?.Text();
        return new(eventId!, time, account!, region!, requestId);
    }

    private static string? Checked(JsonCursor place, string name, Func<string, bool> valid, string expected, List<string> problems)
    {
        var field = place.Field(name);
        if (field?.Text() is { } text && valid(text)) return text;
        problems.Add(field?.Not(expected) ?? place.Lacks(name, expected));
        return null;
    }

    /// <summary>When the call was made: the record says it, and EventBridge repeats it.</summary>
    private static DateTimeOffset Time(JsonCursor root, JsonCursor detail, List<string> problems)
    {
        const string expected = "a time such as `2026-01-31T12:34:56Z`";
        var field = detail.Field("eventTime") ?? root.Field("time");
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(field?.Text(), TimeForms, CultureInfo.InvariantCulture, utc, out var time)) return time;
        problems.Add(field?.Not(expected) ?? root.Lacks("time", expected));
        return default;
    }

    /// <summary>A record that names another account or region than its envelope is about something that we must not touch.</summary>
    private static void SameAs(JsonCursor root, string name, JsonCursor detail, string twin, List<string> problems)
    {
        var (ours, theirs) = (root.Field(name), detail.Field(twin));
        if (ours is null || theirs is null || ours.Text() == theirs.Text()) return;
        problems.Add($"`{theirs.Path}` is {theirs.Seen}, but `{ours.Path}` is {ours.Seen}: expected the same");
    }

    private static bool IsAccount(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>The region becomes part of a host name: nothing but what region names are made of.</summary>
    private static bool IsRegion(string text) =>
        text.Length is > 4 and <= 40 && char.IsAsciiLetterLower(text[0]) && text.Contains('-', StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
