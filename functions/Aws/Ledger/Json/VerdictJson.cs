using System.Globalization;
using System.Text.Json;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A verdict with its reasons; rules, traffic, permissions and waivers by number.</summary>
internal static class VerdictJson
{
    public static void Write(Utf8JsonWriter json, Verdict verdict, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteNumber("permission", to.Permission(verdict.Permission));
        json.Word("decision", Words.Decisions, (int)verdict.Decision);
        json.List("reasons", verdict.Reasons, reason => ReasonJson.Write(json, reason, to));
        json.Word("severity", Words.Severities, (int)verdict.Severity);
        if (verdict.Action is { } action) json.Word("action", Words.Actions, (int)action);
        json.WriteNumber("forbidden", to.Traffic(verdict.Forbidden));
        json.WriteString("ipv4", verdict.IPv4Addresses.ToString(CultureInfo.InvariantCulture));
        json.WriteString("ipv6", verdict.IPv6Addresses.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("share", verdict.ShareOfInternet);
        json.Numbers("remainder", verdict.Remainder, to.Permission);
        json.WriteNumber("dropped", to.Traffic(verdict.Dropped));
        json.WriteNumber("waived", to.Traffic(verdict.Waived));
        json.Numbers("waivers", verdict.Waivers, to.Waiver);
        if (!verdict.Needs.IsNothing) NeedsJson.Write(json, verdict.Needs);
        json.WriteEndObject();
    }

    public static Verdict? Read(Part part, LedgerReader from)
    {
        if (from.Permission(part.Member("permission")) is not { } permission) return null;
        return new(
            permission,
            (Decision)part.Member("decision").Choice(Words.Decisions),
            part.Member("reasons").List(reason => ReasonJson.Read(reason, from)),
            (Severity)part.Member("severity").Choice(Words.Severities),
            part.Optional("action") is { } action ? (RuleAction)action.Choice(Words.Actions) : null,
            from.Traffic(part.Member("forbidden")),
            part.Member("ipv4").Count(),
            part.Member("ipv6").Count(),
            part.Member("share").Share())
        {
            Remainder = from.Permissions(part.Member("remainder")),
            Dropped = from.Traffic(part.Member("dropped")),
            Waived = from.Traffic(part.Member("waived")),
            Waivers = part.Member("waivers").List(from.Waiver),
            Needs = part.Optional("needs") is { } needs ? NeedsJson.Read(needs) : Needs.Nothing,
        };
    }
}
