using System.Globalization;
using System.Text.Json;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Aws.Ledger.Json;

/// <summary>What people are told of a rule and what an undo needs, as it was then: the policy may say something else by now. What it
/// denies, its exceptions and its groups are not kept, so that what is read back judges nothing.</summary>
internal static class RuleJson
{
    public static void Write(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.Word("kind", Words.RuleKinds, (int)rule.Kind);
        if (rule.Direction is { } direction) json.Word("direction", Words.Directions, (int)direction);
        json.Word("severity", Words.Severities, (int)rule.Severity);
        json.Word("action", Words.Actions, (int)rule.Action);
        json.Word("undecided", Words.Actions, (int)rule.Undecided);
        if (rule.Mode is { } mode) json.Word("mode", Words.Modes, (int)mode);
        json.WriteString("why", rule.Why);
        json.Texts("controls", rule.Controls.IsDefault ? [] : rule.Controls);
        json.Word("whenLedgerDown", Words.WhenLedgerDowns, (int)rule.WhenLedgerDown);
        if (rule.Sweep is { } sweep) json.Word("sweep", Words.Sweeps, (int)sweep);
        json.Maybe("review", rule.Review?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (rule.MaxAddresses is { } limit) Write(json, limit);
        json.WriteString("file", rule.Place.File ?? "");
        json.WriteNumber("line", rule.Place.Line);
        json.WriteNumber("column", rule.Place.Column);
        json.WriteEndObject();
    }

    public static Rule Read(Part part) => new(
        part.Member("id").Text(),
        part.Member("name").Text(),
        part.Optional("direction") is { } direction ? (Direction)direction.Choice(Words.Directions) : null,
        Network.TrafficSet.Empty,
        Network.TrafficSet.Empty,
        (Severity)part.Member("severity").Choice(Words.Severities),
        (RuleAction)part.Member("action").Choice(Words.Actions),
        (RuleAction)part.Member("undecided").Choice(Words.Actions),
        part.Optional("mode") is { } mode ? (Mode)mode.Choice(Words.Modes) : null,
        part.Member("why").Text(),
        part.Member("controls").List(control => control.Text()),
        new Place(part.Member("file").Text(), part.Member("line").Int(), part.Member("column").Int()))
    {
        Kind = (RuleKind)part.Member("kind").Choice(Words.RuleKinds),
        WhenLedgerDown = (WhenLedgerDown)part.Member("whenLedgerDown").Choice(Words.WhenLedgerDowns),
        Sweep = part.Optional("sweep") is { } sweep ? (Sweep)sweep.Choice(Words.Sweeps) : null,
        Review = part.Optional("review")?.Day(),
        MaxAddresses = part.Optional("maxAddresses") is { } limit ? new(ReadLimit(limit, "ipv4"), ReadLimit(limit, "ipv6")) : null,
    };

    private static void Write(Utf8JsonWriter json, MaxAddresses limit)
    {
        json.WriteStartObject("maxAddresses");
        if (limit.IPv4 is { } ipv4) json.WriteNumber("ipv4", ipv4);
        if (limit.IPv6 is { } ipv6) json.WriteNumber("ipv6", ipv6);
        json.WriteEndObject();
    }

    private static long? ReadLimit(Part limit, string family) => limit.Optional(family)?.Long(long.MinValue, long.MaxValue);
}
