using System.Text;
using Remediator.Incoming;

namespace Remediator.Threats;

/// <summary>Findings that never act: samples, and what was archived, by a person or by a suppression rule.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/ug/sample_findings.html and
/// https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html: a suppressed finding is archived as it is made.</remarks>
internal static class Dormancy
{
    /// <summary>Why nothing is done; null when it is a finding to answer.</summary>
    public static string? Of(FindingPart finding)
    {
        var service = finding.Object("service");
        if (IsSample(finding, service)) return "it is a sample finding";
        return service?.Flag("archived") == true ? "it is archived: a person or a suppression rule of GuardDuty put it away" : null;
    }

    private static bool IsSample(FindingPart finding, FindingPart? service) =>
        finding.Field("title")?.Text()?.StartsWith("[SAMPLE]", StringComparison.OrdinalIgnoreCase) == true
        || (service?.Object("additionalInfo") is { } info && (info.Flag("sample") == true || SaysSample(info.Field("value"))));

    /// <summary>Newer findings carry their additional information as JSON in a text.</summary>
    private static bool SaysSample(JsonCursor? value)
    {
        if (value is null) return false;
        if (value.IsObject) return Says(value);
        if (value.Text() is not { } text) return false;
        using var inner = EventJson.Parse(Encoding.UTF8.GetBytes(text), out _);
        return inner is not null && JsonCursor.Root(inner.RootElement) is { IsObject: true } root && Says(root);
    }

    private static bool Says(JsonCursor place) => new FindingPart(place, []).Field("sample")?.Flag() == true;
}
