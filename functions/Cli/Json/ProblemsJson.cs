using System.Text.Json;
using Remediator.Cli.Inputs;

namespace Remediator.Cli.Json;

/// <summary>The <c>diagnostics</c> of every document: what was wrong with policy, files and command line.</summary>
internal static class ProblemsJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<Problem> problems) => Write(json, "diagnostics", problems);

    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Problem> problems)
    {
        json.WriteStartArray(name);
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            if (problem.Code is { } code) json.WriteString("code", code);
            json.WriteString("severity", problem.IsError ? "error" : "warning");
            if (problem.File is { } file) json.WriteString("file", file);
            if (problem.Line is { } line) json.WriteNumber("line", line);
            if (problem.Column is { } column) json.WriteNumber("column", column);
            if (problem.Path is { Length: > 0 } path) json.WriteString("path", path);
            json.WriteString("message", problem.Message);
            json.WriteString("help", problem.Help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
