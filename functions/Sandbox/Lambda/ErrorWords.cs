using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remediator.Sandbox.Lambda;

/// <summary>What a function's error report says to a person: its `errorMessage`; all of it when it is not such a report.</summary>
internal static class ErrorWords
{
    public static string Of(string report)
    {
        try
        {
            return Plain.Text(JsonNode.Parse(report)?["errorMessage"]?.ToString() ?? report, 1000);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return Plain.Text(report, 1000);
        }
    }
}
