using System.Text.Json.Nodes;

namespace Remediator.Sandbox.Tours;

/// <summary>A finding as the Security Hub console shows it: what matters first.</summary>
internal static class FindingCard
{
    public static bool IsResolved(JsonObject finding) => finding["Compliance"]?["Status"]?.ToString() == "PASSED" && finding["Workflow"]?["Status"]?.ToString() == "RESOLVED";

    public static string Text(JsonObject finding) => string.Join('\n',
    [
        $"{finding["Severity"]?["Label"]} · {finding["Compliance"]?["Status"]} · {finding["Workflow"]?["Status"]} · {finding["RecordState"]}",
        $"{finding["Title"]}",
        "",
        $"{finding["Description"]}",
        "",
        $"Resource     {finding["Resources"]?[0]?["Id"]}",
        $"Remediation  {finding["Remediation"]?["Recommendation"]?["Text"]}",
        $"Controls     {string.Join(", ", finding["Compliance"]?["RelatedRequirements"]?.AsArray().Select(one => one?.ToString()) ?? [])}",
        $"Observed     {finding["FirstObservedAt"] ?? finding["CreatedAt"]} to {finding["UpdatedAt"]}",
    ]);
}
