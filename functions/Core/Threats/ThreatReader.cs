using Remediator.Incoming;

namespace Remediator.Threats;

/// <summary>Reads a GuardDuty finding: the event that EventBridge delivers, or the finding itself as GetFindings and the CLI print it.</summary>
/// <remarks>INVARIANT: whatever the bytes, it returns; and no <see cref="Threat"/> says of an address, a port or a direction what the
/// finding does not say. What is missing stays missing; what is there and cannot be read makes it <see cref="Unreadable"/>.
/// https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html</remarks>
public static class ThreatReader
{
    /// <summary>More problems than anybody reads are only counted.</summary>
    private const int MostProblems = 20;

    public static ThreatReading Read(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = EventJson.Parse(utf8Json, out var problem);
        return document is null ? new Unreadable([problem]) : ReadEvent(JsonCursor.Root(document.RootElement));
    }

    private static ThreatReading ReadEvent(JsonCursor root)
    {
        if (!root.IsObject) return new Unreadable([$"the event is {root.Seen}, expected one JSON object"]);
        var problems = new List<string>();
        var place = FindingPlace.In(new(root, problems));
        if (place.IgnoredBecause is { } other) return new Ignored(other);
        if (place.Finding is null) return Unread(problems);
        if (Dormancy.Of(place.Finding) is { } why) return new Ignored(why);
        var threat = HeaderReader.Read(place);
        if (threat is not null) threat = Details(threat, place.Finding);
        return threat is null || problems.Count > 0 ? Unread(problems) : threat;
    }

    private static Threat Details(Threat threat, FindingPart finding)
    {
        var service = finding.Object("service");
        var activity = new Activity();
        if (finding.Object("resource") is { } resource) ResourceReader.Read(resource, activity);
        if (service?.Object("action") is { } action) ActionReader.Read(action, activity);
        if (service?.Object("detection")?.Object("sequence") is { } sequence) SequenceReader.Read(sequence, threat, activity);
        return activity.In(threat);
    }

    private static Unreadable Unread(List<string> problems)
    {
        var each = problems.Distinct().ToList();
        var more = each.Count - MostProblems;
        return new(more > 0 ? [.. each.Take(MostProblems), $"and {more} more problems"] : [.. each]);
    }
}
