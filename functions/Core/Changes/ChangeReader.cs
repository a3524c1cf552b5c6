using Remediator.Changes.Calls;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Reads one event of EventBridge: <c>AWS API Call via CloudTrail</c> of <c>aws.ec2</c>.</summary>
/// <remarks>INVARIANT: whatever the bytes, it returns; and no <see cref="Change"/> is narrower than what the event says was opened,
/// nor says that more was closed: what is unclear makes <see cref="Change.WholeGroupBecause"/>, and without even a group <see cref="Unreadable"/>.</remarks>
public static class ChangeReader
{
    public static ChangeReading Read(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = EventJson.Parse(utf8Json, out var problem);
        return document is null ? new Unreadable([problem]) : ReadEvent(JsonCursor.Root(document.RootElement));
    }

    private static ChangeReading ReadEvent(JsonCursor root)
    {
        if (!root.IsObject) return new Unreadable([$"the event is {root.Seen}, expected one JSON object"]);
        var problems = new List<string>();
        if (Relevance.IgnoredByEnvelope(root, problems) is { } other) return new Ignored(other);
        var detail = root.Field("detail") ?? root.Under("detail", default);
        if (!detail.IsObject) problems.Add(root.Field("detail")?.Not("CloudTrail's record") ?? root.Lacks("detail", "CloudTrail's record"));
        if (Relevance.IgnoredByRecord(detail, problems) is { } why) return new Ignored(why);
        return ReadCall(root, detail, problems);
    }

    private static ChangeReading ReadCall(JsonCursor root, JsonCursor detail, List<string> problems)
    {
        var name = detail.Field("eventName")?.Text() ?? "";
        if (RuleSetAnswer.SaysNo(detail.Field("responseElements"), name)) return new Ignored("EC2 answered that the call did nothing");
        var call = new Call(detail, name, EnvelopeReader.Read(root, detail, problems), problems);
        return name switch
        {
            CallNames.RevokeIngress or CallNames.RevokeEgress => ClosingCall.Read(call),
            CallNames.CreateGroup => CreationCall.Read(call),
            CallNames.CreateTags or CallNames.DeleteTags => TaggingCall.Read(call),
            CallNames.ModifyPrefixList or CallNames.RestorePrefixList => PrefixListCall.Read(call),
            _ => OpeningCall.Read(call),
        };
    }
}
