using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Reads and checks the fields around the call. Every problem is reported, not just the first.</summary>
/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html</remarks>
internal static class EnvelopeReader
{
    public static Envelope? Read(JsonCursor root, JsonCursor detail, List<string> problems)
    {
        var before = problems.Count;
        var account = EnvelopeFields.Account(root, "account", root.Field("account"), problems);
        var region = EnvelopeFields.Region(root, "region", root.Field("region"), problems);
        var eventId = EnvelopeFields.Checked(detail, "eventID", detail.Field("eventID"), text => text.Length <= 256, "the id of the event", problems);
        // When the call was made: the record says it, and EventBridge repeats it.
        var time = EnvelopeFields.Time(root, "time", detail.Field("eventTime") ?? root.Field("time"), problems);
        EnvelopeFields.SameAs(root.Field("account"), detail.Field("recipientAccountId"), problems);
        EnvelopeFields.SameAs(root.Field("region"), detail.Field("awsRegion"), problems);
        if (problems.Count > before) return null;
        var requestId = detail.Field("requestID")?.Text() ?? detail.Field("responseElements")?.Field("requestId")?.Text();
        return new(eventId!, time!.Value, account!, region!, requestId);
    }
}
