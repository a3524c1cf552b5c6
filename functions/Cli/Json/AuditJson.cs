using System.Text.Json;
using Remediator.Cli.Audits;
using Remediator.Cli.Inputs;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>The document of <c>audit</c>: every permission judged, what was wrong with the input, and a summary that says where it looked.</summary>
internal static class AuditJson
{
    /// <param name="audit">Null when there was no policy to judge by.</param>
    public static void Write(Utf8JsonWriter json, AuditReport? audit, IEnumerable<Problem> problems)
    {
        json.WriteStartArray("verdicts");
        foreach (var group in audit?.Groups ?? [])
            foreach (var verdict in group.Verdicts) VerdictJson.Write(json, group.Group.Key, verdict, group.Exposure);
        json.WriteEndArray();
        RemarksJson.Write(json, audit?.Groups ?? []);
        ProblemsJson.Write(json, problems);
        json.WriteStartObject("summary");
        if (audit is not null) WriteSummary(json, audit);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, AuditReport audit)
    {
        PolicyJson.Write(json, audit.Policy);
        json.WriteString("input", audit.Files.Groups);
        if (audit.Files.Rules is { } rules) json.WriteString("rules", rules);
        if (audit.Files.PrefixLists is { } lists) json.WriteString("prefixLists", lists);
        if (audit.Files.Interfaces is { } interfaces) json.WriteString("interfaces", interfaces);
        WriteTexts(json, "accounts", audit.Accounts);
        WriteTexts(json, "regions", audit.Regions);
        json.WriteNumber("groups", audit.Groups.Length);
        json.WriteNumber("permissions", audit.Permissions);
        json.WriteNumber("compliant", audit.Count(Decision.Compliant));
        json.WriteNumber("waived", audit.Count(Decision.Waived));
        json.WriteNumber("undecided", audit.Count(Decision.Undecided));
        json.WriteNumber("violations", audit.Count(Decision.Violation));
        json.WriteNumber("missing", audit.Groups.Sum(g => g.Lacks.Length));
        json.WriteNumber("redundant", audit.Groups.Sum(g => g.Redundant.Length));
        json.WriteNumber("lapses", audit.Groups.Sum(g => g.Lapses.Length));
        WriteSeverities(json, audit);
    }

    private static void WriteSeverities(Utf8JsonWriter json, AuditReport audit)
    {
        json.WriteStartObject("violationsBySeverity");
        foreach (var severity in Enum.GetValues<Severity>().Reverse())
        {
            var count = audit.Groups.Sum(g => g.Verdicts.Count(v => v.Decision == Decision.Violation && v.Severity == severity));
            if (count > 0) json.WriteNumber(Words.Of(severity), count);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
