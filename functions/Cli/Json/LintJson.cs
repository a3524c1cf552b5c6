using System.Text.Json;
using Remediator.Cli.Inputs;

namespace Remediator.Cli.Json;

/// <summary>The document of <c>lint</c>: diagnostics, and a summary with what the policy is when it can be used.</summary>
internal static class LintJson
{
    public static void Write(Utf8JsonWriter json, PolicyFile file, IReadOnlyCollection<Problem> problems)
    {
        ProblemsJson.Write(json, problems);
        json.WriteStartObject("summary");
        json.WriteString("file", file.Name);
        json.WriteNumber("errors", problems.Count(p => p.IsError));
        json.WriteNumber("warnings", problems.Count(p => !p.IsError));
        json.WriteBoolean("usable", file.Policy is not null);
        if (file.Policy is { } policy) PolicyJson.Write(json, policy);
        json.WriteEndObject();
    }
}
