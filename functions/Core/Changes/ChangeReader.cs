using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>Reads one event of EventBridge: <c>AWS API Call via CloudTrail</c> of <c>aws.ec2</c>.</summary>
/// <remarks>INVARIANT: whatever the bytes, it returns; and no <see cref="Change"/> is narrower than what the event says was opened:
/// what is unclear makes <see cref="Change.WholeGroupBecause"/>, and without even a group <see cref="Unreadable"/>.</remarks>
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
        var elements = detail.Field("responseElements");
        if (RuleSetAnswer.SaysNo(elements, name)) return new Ignored("EC2 answered that the call did nothing");
        var envelope = EnvelopeReader.Read(root, detail, problems);
        var (answer, asked) = Parts(detail, elements, name, envelope?.Account ?? "");
        var group = GroupReader.Read(answer, asked, detail, problems);
        if (envelope is null || group is null || problems.Count > 0) return new Unreadable([.. problems]);
        var (permissions, because) = Evidence.Of(answer, asked);
        return new Change(envelope.EventId, name, envelope.Time, envelope.Account, envelope.Region, group.Value, ActorReader.Read(detail, envelope.Account))
        {
            RequestId = envelope.RequestId,
            Permissions = permissions,
            DirectionKnown = name != Relevance.ModifyRules,
            WholeGroupBecause = because,
        };
    }

    private static (Opened Answer, Opened Asked) Parts(JsonCursor detail, JsonCursor? elements, string name, string account)
    {
        var parameters = detail.Field("requestParameters");
        if (name == Relevance.ModifyRules) return (new Opened(), ModifyRequest.Read(parameters));
        var direction = name == Relevance.AuthorizeEgress ? Direction.Egress : Direction.Ingress;
        return (RuleSetAnswer.Read(elements, name, direction, account), AuthorizeRequest.Read(parameters, name, direction, account));
    }
}
