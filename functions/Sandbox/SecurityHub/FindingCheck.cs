using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Remediator.Sandbox.SecurityHub;

/// <summary>
/// What BatchImportFindings refuses of a finding
/// (https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html and its syntax pages). moto takes anything.
/// </summary>
internal static partial class FindingCheck
{
    private const int MostBytes = 240 * 1024;
    private const int MostResources = 32;

    private static readonly (string Name, int Most)[] Required =
    [
        ("SchemaVersion", 16), ("Id", 512), ("ProductArn", 2048), ("GeneratorId", 512), ("AwsAccountId", 12),
        ("CreatedAt", 64), ("UpdatedAt", 64), ("Title", 256), ("Description", 1024),
    ];

    private static readonly string[] Times = ["CreatedAt", "UpdatedAt", "FirstObservedAt", "LastObservedAt"];
    private static readonly string[] Labels = ["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"];
    private static readonly string[] WorkflowStates = ["NEW", "NOTIFIED", "SUPPRESSED", "RESOLVED"];
    private static readonly string[] ComplianceStates = ["PASSED", "WARNING", "FAILED", "NOT_AVAILABLE"];

    /// <summary>Everything wrong with the finding, for one `ErrorMessage`.</summary>
    public static IEnumerable<string> Problems(JsonObject finding, string account) =>
    [
        .. Required.SelectMany(one => Text(finding, one.Name, one.Most)),
        .. Times.Where(name => finding[name] is { } time && !IsTime(time)).Select(name => $"finding.{name} should match format date-time"),
        .. Account(finding, account),
        .. Types(finding),
        .. Resources(finding),
        .. Labelled(finding["Severity"]?["Label"], "Severity.Label", Labels, required: true),
        .. Labelled(finding["Compliance"]?["Status"], "Compliance.Status", ComplianceStates, required: false),
        .. Labelled(finding["Workflow"]?["Status"], "Workflow.Status", WorkflowStates, required: false),
        .. Long(finding["Remediation"]?["Recommendation"]?["Text"], "Remediation.Recommendation.Text", 512),
        .. ProductFields(finding),
        .. Sizes(finding),
    ];

    private static IEnumerable<string> Sizes(JsonObject finding)
    {
        if (finding["Compliance"]?["RelatedRequirements"] is JsonArray { Count: > 32 })
            yield return "finding.Compliance.RelatedRequirements has more than 32 items";
        if (System.Text.Encoding.UTF8.GetByteCount(finding.ToJsonString()) > MostBytes)
            yield return "the finding is larger than 240 KB";
    }

    private static IEnumerable<string> Text(JsonNode? parent, string name, int most, string path = "") =>
        parent?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? Long(value, path + name, most) : [$"finding.{path}{name} is required"];

    private static IEnumerable<string> Long(JsonNode? value, string name, int most) =>
        value?.ToString().Length > most ? [$"finding.{name} is longer than {most} characters"] : [];

    private static IEnumerable<string> Account(JsonObject finding, string account)
    {
        if (finding["AwsAccountId"]?.ToString() is { } other && other != account)
            yield return $"finding.AwsAccountId `{other}` is not the calling account";
        if (finding["ProductArn"]?.ToString() is { } product && !product.EndsWith($":product/{account}/default", StringComparison.Ordinal))
            yield return "finding.ProductArn is not the account's default product";
        if (finding["SchemaVersion"]?.ToString() is { } version && version != "2018-10-08")
            yield return "finding.SchemaVersion should be 2018-10-08";
    }

    private static IEnumerable<string> Types(JsonObject finding) => finding["Types"] is not JsonArray { Count: > 0 and <= 50 } types
        ? ["finding.Types should have 1 to 50 items"]
        : types.Where(type => !TypePath().IsMatch(type?.ToString() ?? "")).Select(type => $"finding.Types `{type}` is not namespace/category/classifier");

    private static IEnumerable<string> Resources(JsonObject finding)
    {
        if (finding["Resources"] is not JsonArray { Count: > 0 and <= MostResources } resources)
            return [$"finding.Resources should have 1 to {MostResources} items"];
        return resources.SelectMany(resource => Text(resource, "Id", 512, "Resources.").Concat(Text(resource, "Type", 256, "Resources.")));
    }

    private static IEnumerable<string> ProductFields(JsonObject finding)
    {
        if (finding["ProductFields"] is not JsonObject fields)
            return [];
        return fields.Where(field => field.Key.Length is 0 or > 128 || field.Value?.ToString().Length > 2048)
            .Select(field => $"finding.ProductFields `{field.Key}` is too long")
            .Concat(fields.Count > 50 ? ["finding.ProductFields has more than 50 entries"] : []);
    }

    private static IEnumerable<string> Labelled(JsonNode? value, string name, string[] allowed, bool required) =>
        (value is null ? !required : allowed.Contains(value.ToString())) ? [] : [$"finding.{name} should be one of {string.Join(", ", allowed)}"];

    private static bool IsTime(JsonNode time) => TimePath().IsMatch(time.ToString()) && DateTimeOffset.TryParse(time.ToString(), CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^[^/]+/[^/]+/[^/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex TypePath();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimePath();
}
