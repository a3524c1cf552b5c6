using Remediator.Changes;

namespace Remediator.Findings;

/// <summary>Who did it, from where and how; or why nobody is named.</summary>
internal static class NoticeWho
{
    public static IEnumerable<string> Lines(Report report)
    {
        var change = report.Change;
        if (!report.BlameActor)
        {
            yield return "Not known.";
            yield return $"The event that led here is from {TimeText.Of(change.Time)} and came late:";
            yield return "what was found is not what that event opened.";
            yield break;
        }

        foreach (var line in Actor(change)) yield return line;
        if (change.WholeGroupBecause is not { } because) yield break;
        yield return "They changed the group. Whether they opened all of this is not known:";
        yield return $"the whole group was read, because {SafeText.Line(because, 200)}.";
    }

    private static IEnumerable<string> Actor(Change change)
    {
        yield return ActorText.Name(change.Actor);
        yield return $"from {ActorText.Source(change.Actor)}";
        yield return $"{ActorText.How(change.Actor)}{ActorText.Factor(change.Actor)}";
        yield return $"at {TimeText.Of(change.Time)}, {SafeText.Line(change.EventName, 64)}";
    }
}
