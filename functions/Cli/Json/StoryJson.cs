using System.Text.Json;
using Remediator.Changes;
using Remediator.Cli.Explanations;
using Remediator.Cli.Inputs;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>The document of <c>explain</c>: the event, the verdicts, and what could not be decided.</summary>
internal static class StoryJson
{
    public static void Write(Utf8JsonWriter json, Story story, IEnumerable<Problem> problems)
    {
        if (story.Reading is { } reading) EventJson.Write(json, reading);
        json.WriteStartArray("verdicts");
        foreach (var explanation in story.Explanations)
            foreach (var verdict in explanation.Verdicts) VerdictJson.Write(json, explanation.Key, verdict, explanation.Exposure);
        json.WriteEndArray();
        WriteMissing(json, story);
        WriteOpen(json, story);
        ProblemsJson.Write(json, problems);
        json.WriteStartObject("summary");
        if (story.Policy is not null) WriteSummary(json, story);
        json.WriteEndObject();
    }

    private static void WriteMissing(Utf8JsonWriter json, Story story)
    {
        json.WriteStartArray("missing");
        foreach (var explanation in story.Explanations)
            foreach (var shortfall in explanation.Shortfalls) ShortfallJson.Write(json, explanation.Key, shortfall);
        json.WriteEndArray();
    }

    private static void WriteOpen(Utf8JsonWriter json, Story story)
    {
        json.WriteStartArray("open");
        foreach (var question in story.Explanations.SelectMany(e => e.Open).Concat(story.Open is { } open ? [open] : []))
        {
            json.WriteStartObject();
            json.WriteString("message", question.Message);
            json.WriteString("help", question.Help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, Story story)
    {
        PolicyJson.Write(json, story.Policy!);
        if (story.Reading is Ignored ignored) json.WriteString("ignored", ignored.Why);
        var verdicts = story.Explanations.SelectMany(e => e.Verdicts).ToList();
        json.WriteNumber("permissions", verdicts.Count);
        json.WriteNumber("compliant", verdicts.Count(v => v.Decision == Decision.Compliant));
        json.WriteNumber("waived", verdicts.Count(v => v.Decision == Decision.Waived));
        json.WriteNumber("undecided", verdicts.Count(v => v.Decision == Decision.Undecided));
        json.WriteNumber("violations", verdicts.Count(v => v.Decision == Decision.Violation));
        json.WriteNumber("missing", story.Explanations.Sum(e => e.Shortfalls.Length));
    }
}
