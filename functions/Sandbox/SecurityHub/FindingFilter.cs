using System.Text.Json.Nodes;

namespace Remediator.Sandbox.SecurityHub;

/// <summary>
/// The filters of GetFindings (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFindingFilters.html) that compare
/// strings: values of one field are alternatives, fields must all hold. moto ignores filters.
/// </summary>
internal static class FindingFilter
{
    // Fields of a filter whose place in the finding is not simply the name.
    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["WorkflowStatus"] = ["Workflow", "Status"],
        ["ComplianceStatus"] = ["Compliance", "Status"],
        ["SeverityLabel"] = ["Severity", "Label"],
        ["RecordState"] = ["RecordState"],
    };

    public static bool Admits(JsonObject? filters, JsonObject finding) =>
        filters is null || filters.All(field =>
            field.Value is not JsonArray { Count: > 0 } conditions || conditions.Any(condition => IsMet(condition, Value(finding, field.Key))));

    private static string? Value(JsonObject finding, string field) => field == "ResourceId"
        ? finding["Resources"]?[0]?["Id"]?.ToString()
        : Places.GetValueOrDefault(field, [field]).Aggregate((JsonNode?)finding, (node, name) => node?[name])?.ToString();

    private static bool IsMet(JsonNode? condition, string? value)
    {
        var wanted = condition?["Value"]?.ToString() ?? "";
        return condition?["Comparison"]?.ToString() switch
        {
            "EQUALS" => value == wanted,
            "NOT_EQUALS" => value != wanted,
            "PREFIX" => value?.StartsWith(wanted, StringComparison.Ordinal) == true,
            "PREFIX_NOT_EQUALS" => value?.StartsWith(wanted, StringComparison.Ordinal) != true,
            "CONTAINS" => value?.Contains(wanted, StringComparison.Ordinal) == true,
            _ => false,
        };
    }
}
