using System.Text.Json;

namespace Remediator.Cli.Tests;

/// <summary>How one run of the whole program ended.</summary>
internal sealed record Answer(int Exit, string Out, string Error)
{
    /// <summary>Standard output as exactly one JSON document.</summary>
    public JsonElement Json => JsonElement.Parse(Out, new JsonDocumentOptions { AllowDuplicateProperties = false });

    public string[] Lines => Out.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
