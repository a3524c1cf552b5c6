using System.Text.Json;
using Remediator.Threats;

namespace Remediator.Cli.Inputs;

/// <summary>A GuardDuty finding in a file: the event that EventBridge delivers, or the finding as GetFindings and the CLI print it.</summary>
internal static class FindingFile
{
    /// <summary>Null when the file holds no finding, but perhaps another event.</summary>
    public static ThreatReading? Read(InputFile file) => IsFinding(file.Bytes) ? ThreatReader.Read(file.Bytes) : null;

    private static bool IsFinding(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var root = JsonElement.Parse(bytes.Span, new() { AllowDuplicateProperties = false });
            if (root.ValueKind != JsonValueKind.Object) return false;
            if (Says(root, "source", "aws.guardduty") || Says(root, "detail-type", "GuardDuty Finding")) return true;
            return !root.TryGetProperty("detail", out _) && (Has(root, "findings") || (Has(root, "type") && Has(root, "service")));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Says(JsonElement root, string name, string text) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    /// <summary>GetFindings and the CLI write names with a capital.</summary>
    private static bool Has(JsonElement root, string name) => root.TryGetProperty(name, out _) || root.TryGetProperty(char.ToUpperInvariant(name[0]) + name[1..], out _);
}
