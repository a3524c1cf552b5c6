using System.Globalization;
using Remediator.Incoming;

namespace Remediator.Threats;

/// <summary>Reads what names a finding and says where it happened, how bad it is, and when.</summary>
internal static class HeaderReader
{
    private const int LongestId = 256;

    /// <summary>Null when something that every finding needs is missing; then there is a problem.</summary>
    public static Threat? Read(FindingPlace place)
    {
        var finding = place.Finding!;
        var problems = finding.Problems;
        var before = problems.Count;
        var id = EnvelopeFields.Checked(finding.Place, "id", finding.Field("id"), IsId, "the id of the finding", problems);
        var type = Type(finding);
        var severity = Severity(finding);
        var account = Agreed(place, "account", "accountId", EnvelopeFields.Account);
        var region = Agreed(place, "region", "region", EnvelopeFields.Region);
        var updatedAt = UpdatedAt(place);
        if (problems.Count > before) return null;
        return WithStory(new(id!, type!, severity!.Value, account!, region!, updatedAt!.Value), finding);
    }

    private static Threat WithStory(Threat threat, FindingPart finding)
    {
        var service = finding.Object("service");
        return threat with
        {
            Arn = finding.Text("arn", "the finding's ARN"),
            Title = finding.Text("title", "the finding's title"),
            Count = service?.Number("count", 1, int.MaxValue, "a number of times, from 1") ?? 1,
            FirstSeen = service?.Time("eventFirstSeen"),
            LastSeen = service?.Time("eventLastSeen"),
            Role = service is null ? ThreatRole.Unknown : Role(service),
        };
    }

    private static ThreatType? Type(FindingPart finding)
    {
        const string expected = "a finding type such as `UnauthorizedAccess:EC2/SSHBruteForce`";
        var field = finding.Field("type");
        if (field?.Text() is { } text && ThreatTypeReader.Read(text) is { } type) return type;
        finding.Problems.Add(field?.Not(expected) ?? finding.Place.Lacks("type", expected));
        return null;
    }

    private static double? Severity(FindingPart finding)
    {
        const string expected = "a severity from 0 to 10";
        var field = finding.Field("severity");
        if (double.TryParse(field?.TextOrNumber(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var severity)
            && severity is >= 0 and <= 10) return severity;
        finding.Problems.Add(field?.Not(expected) ?? finding.Place.Lacks("severity", expected));
        return null;
    }

    /// <summary>The envelope's account and region are the ones acted on, and the finding has to be about the same; a bare finding says them itself.</summary>
    private static string? Agreed(FindingPlace place, string outer, string inner, Func<JsonCursor, string, JsonCursor?, List<string>, string?> read)
    {
        var finding = place.Finding!;
        var own = finding.Field(inner);
        if (place.Envelope is not { } envelope) return read(finding.Place, inner, own, finding.Problems);
        var around = envelope.Field(outer);
        EnvelopeFields.SameAs(around, own, finding.Problems);
        return read(envelope.Place, outer, around, finding.Problems);
    }

    /// <summary>Where a finding has no time of its own, the last activity stands for it, and then the event's time: each is the same in
    /// every delivery of the same state.</summary>
    private static DateTimeOffset? UpdatedAt(FindingPlace place)
    {
        var finding = place.Finding!;
        var field = finding.Field("updatedAt") ?? finding.Object("service")?.Field("eventLastSeen") ?? place.Envelope?.Field("time");
        return EnvelopeFields.Time(finding.Place, "updatedAt", field, finding.Problems);
    }

    private static ThreatRole Role(FindingPart service)
    {
        var field = service.Field("resourceRole");
        switch (field?.Text()?.ToUpperInvariant())
        {
            case "TARGET": return ThreatRole.Target;
            case "ACTOR": return ThreatRole.Actor;
            default:
                if (field is not null) service.Problems.Add(field.Not("`TARGET` or `ACTOR`"));
                return ThreatRole.Unknown;
        }
    }

    /// <summary>The id becomes part of the ledger's keys.</summary>
    private static bool IsId(string text) =>
        text.Length <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/');
}
