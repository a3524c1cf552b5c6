using Remediator.Changes;
using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>Who did it, from where and how; or why nobody is named.</summary>
internal static class NoticeWho
{
    public static IEnumerable<string> Lines(Report report, ImmutableArray<Handled> told)
    {
        var change = report.Change;
        if (change.Kind == ChangeKind.Attacked) return NoticeAttack.Who(report, told);
        if (change.Kind == ChangeKind.Swept) return change.EventName == Change.WaiverEnd ? Waived(change) : Sweep(change);
        if (HappenedText.Of(change, report.Group) is { } happened) return Something(report, happened);
        return change.WholeGroupBecause is { } because ? Somebody(change, because) : report.BlameActor ? Actor(change) : Nobody(change);
    }

    /// <summary>Who did what, where that was not to open something; and what of it is theirs.</summary>
    private static IEnumerable<string> Something(Report report, string happened) =>
    [
        .. Actor(report.Change),
        $"They {happened}.",
        .. HappenedText.Consequences(report.Change, report.Handled.Any(NoticeOrder.IsTold)),
    ];

    /// <summary>Who made the call is certain; that they opened all that was found is not.</summary>
    private static IEnumerable<string> Somebody(Change change, string because) =>
    [
        .. Actor(change),
        "They changed the group. Whether they opened all of this is not known:",
        $"the whole group was read, because {SafeText.Line(because, 200)}.",
    ];

    private static IEnumerable<string> Sweep(Change change) =>
    [
        "Not known: no event led here.",
        $"A sweep of all groups found this at {TimeText.Of(change.Time)}.",
    ];

    private static IEnumerable<string> Waived(Change change) =>
    [
        "Nobody did anything now: a waiver allowed this until its end.",
        $"It was over at {TimeText.Of(change.Time)}, and what it had covered was judged.",
    ];

    private static IEnumerable<string> Nobody(Change change) =>
    [
        "Not known.",
        $"The event that led here is from {TimeText.Of(change.Time)} and came late:",
        "what was found is not what that event opened.",
    ];

    private static IEnumerable<string> Actor(Change change)
    {
        yield return ActorText.Name(change.Actor);
        yield return $"from {ActorText.Source(change.Actor)}";
        yield return $"{ActorText.How(change.Actor)}{ActorText.Factor(change.Actor)}";
        yield return $"at {TimeText.Of(change.Time)}, {SafeText.Line(change.EventName, 64)}";
    }
}
