using System.Globalization;
using System.Text.Json.Nodes;

namespace Remediator.Sandbox.SecurityHub;

/// <summary>
/// The account's findings. Import keeps what only BatchUpdateFindings may change (Workflow, Note, UserDefinedFields, VerificationState),
/// ignores an update whose UpdatedAt is not later, and sets Workflow back to NEW when a finding is active again or fails again after it
/// passed, unless it is suppressed (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html, API_Workflow.html).
/// </summary>
internal sealed class FindingStore
{
    private static readonly string[] OfTheCustomer = ["Workflow", "Note", "UserDefinedFields", "VerificationState"];
    private readonly Dictionary<string, JsonObject> _findings = [];
    private readonly Lock _lock = new();

    public ImmutableArray<JsonObject> Where(Func<JsonObject, bool> admits, int most)
    {
        lock (_lock)
            return [.. _findings.Values.Where(admits).Take(most).Select(one => one.DeepClone().AsObject())];
    }

    public JsonObject Get(string id)
    {
        lock (_lock)
            return _findings[id].DeepClone().AsObject();
    }

    /// <returns>False: the stored finding is as new or newer.</returns>
    public bool Import(JsonObject finding)
    {
        var id = finding["Id"]!.ToString();
        lock (_lock)
        {
            var old = _findings.GetValueOrDefault(id);
            if (old is not null && Time(finding) <= Time(old))
                return false;
            _findings[id] = old is null ? New(finding) : Merge(old, finding);
            return true;
        }
    }

    /// <returns>False: there is no such finding.</returns>
    public bool Update(string id, string productArn, JsonObject changes)
    {
        lock (_lock)
        {
            if (_findings.GetValueOrDefault(id) is not { } finding || finding["ProductArn"]?.ToString() != productArn)
                return false;
            foreach (var name in OfTheCustomer.Where(name => changes[name] is not null))
                finding[name] = changes[name]!.DeepClone();
            return true;
        }
    }

    private static JsonObject New(JsonObject finding)
    {
        var stored = finding.DeepClone().AsObject();
        stored["RecordState"] ??= "ACTIVE";
        stored["Workflow"] ??= new JsonObject { ["Status"] = "NEW" };
        return stored;
    }

    private static JsonObject Merge(JsonObject old, JsonObject finding)
    {
        var stored = New(finding);
        foreach (var name in OfTheCustomer.Where(name => old[name] is not null))
            stored[name] = old[name]!.DeepClone();
        var again = Is(old["RecordState"], "ARCHIVED") && Is(stored["RecordState"], "ACTIVE")
            || Is(old["Compliance"]?["Status"], "PASSED") && !Is(stored["Compliance"]?["Status"], "PASSED");
        if (again && !Is(stored["Workflow"]?["Status"], "SUPPRESSED"))
            stored["Workflow"] = new JsonObject { ["Status"] = "NEW" };
        return stored;
    }

    private static bool Is(JsonNode? node, string text) => node?.ToString() == text;

    private static DateTimeOffset Time(JsonObject finding) => DateTimeOffset.Parse(finding["UpdatedAt"]!.ToString(), CultureInfo.InvariantCulture);
}
