using Remediator.Incoming;

namespace Remediator.Threats;

/// <summary>Where the finding stands in what was delivered.</summary>
/// <param name="Envelope">The event around it; null where the finding came bare.</param>
/// <param name="Finding">Null where there is none: then there is a problem, or a reason to ignore the event.</param>
internal sealed record FindingPlace(FindingPart? Envelope, FindingPart? Finding, string? IgnoredBecause)
{
    private const string GuardDuty = "aws.guardduty";
    private const string Findings = "GuardDuty Finding";

    public static FindingPlace In(FindingPart root)
    {
        if (root.Field("detail") is not null || root.Field("detail-type") is not null) return InEvent(root);
        return new(null, root.Field("findings") is null ? root : Single(root), null);
    }

    /// <summary>Other events of GuardDuty, and those of other services, are not findings: whoever sends them here is told so, once, in the log.</summary>
    private static FindingPlace InEvent(FindingPart root)
    {
        var type = Word(root, "detail-type", Findings);
        if (type is not null and not Findings) return Ignored($"{Quoted.Text(type)} events are not answered, only `{Findings}`");
        var source = Word(root, "source", GuardDuty);
        if (source is not null and not GuardDuty) return Ignored($"events of {Quoted.Text(source)} are not answered, only those of `{GuardDuty}`");
        var detail = root.Object("detail");
        if (root.Field("detail") is null) root.Problems.Add(root.Place.Lacks("detail", "GuardDuty's finding"));
        return new(root, detail, null);
    }

    /// <summary>The one finding of what GetFindings answered: several states at once are for whoever asked, not for one event.</summary>
    private static FindingPart? Single(FindingPart root)
    {
        var list = root.List("findings");
        if (list.Count == 1) return list[0];
        root.Problems.Add($"`{root.Field("findings")!.Path}` holds {list.Count} findings, expected exactly one");
        return null;
    }

    private static FindingPlace Ignored(string why) => new(null, null, why);

    private static string? Word(FindingPart root, string name, string example)
    {
        var expected = $"text such as `{example}`";
        if (root.Field(name) is null) root.Problems.Add(root.Place.Lacks(name, expected));
        return root.Text(name, expected);
    }
}
