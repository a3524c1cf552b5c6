using System.Text.Json;
using System.Text.Json.Nodes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.SecurityHub;

/// <summary>The three Security Hub operations about findings, in place of moto's.</summary>
internal sealed class SecurityHubAnswers(string account)
{
    private const int MostFindings = 100;

    public FindingStore Store { get; } = new();

    /// <summary>Each finding as it is after every import and update, newest last.</summary>
    public Journal<JsonObject> History { get; } = new("finding");

    /// <summary>Null: not about findings.</summary>
    public AwsAnswer? Answer(AwsCall call) => (call.Method, call.PathAndQuery) switch
    {
        ("POST", "/findings/import") => Read(call, Import),
        ("POST", "/findings") => Read(call, Get),
        ("PATCH", "/findings/batchupdate") => Read(call, Update),
        _ => null,
    };

    private static AwsAnswer Read(AwsCall call, Func<JsonObject, AwsAnswer> answer)
    {
        try
        {
            return JsonNode.Parse(call.Text) is JsonObject body ? answer(body) : Invalid("the body is not a JSON object");
        }
        catch (JsonException problem)
        {
            return Invalid(problem.Message);
        }
    }

    private AwsAnswer Import(JsonObject body)
    {
        if (body["Findings"] is not JsonArray { Count: > 0 and <= MostFindings } findings)
            return Invalid("Findings should have 1 to 100 items");
        var failed = new JsonArray();
        foreach (var finding in findings.OfType<JsonObject>())
        {
            var problems = FindingCheck.Problems(finding, account).ToArray();
            if (problems.Length == 0 && Store.Import(finding))
                Remember(finding["Id"]!.ToString());
            if (problems.Length > 0)
                failed.Add(new JsonObject { ["Id"] = finding["Id"]?.ToString() ?? "", ["ErrorCode"] = "InvalidInput", ["ErrorMessage"] = string.Join("; ", problems) });
        }
        return Json(new() { ["FailedCount"] = failed.Count, ["SuccessCount"] = findings.Count - failed.Count, ["FailedFindings"] = failed });
    }

    private AwsAnswer Get(JsonObject body) => Json(new()
    {
        ["Findings"] = new JsonArray([.. Store.Where(finding => FindingFilter.Admits(body["Filters"] as JsonObject, finding), MostFindings)]),
    });

    private AwsAnswer Update(JsonObject body)
    {
        var (processed, unprocessed) = (new JsonArray(), new JsonArray());
        foreach (var identifier in body["FindingIdentifiers"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            var id = identifier["Id"]?.ToString() ?? "";
            if (Store.Update(id, identifier["ProductArn"]?.ToString() ?? "", body))
            {
                Remember(id);
                processed.Add(identifier.DeepClone());
            }
            else
            {
                unprocessed.Add(new JsonObject
                {
                    ["FindingIdentifier"] = identifier.DeepClone(),
                    ["ErrorCode"] = "FindingNotFound",
                    ["ErrorMessage"] = "Finding Not Found",
                });
            }
        }
        return Json(new() { ["ProcessedFindings"] = processed, ["UnprocessedFindings"] = unprocessed });
    }

    private void Remember(string id) => History.Add(Store.Get(id));

    private static AwsAnswer Json(JsonObject body) => AwsAnswer.OfJson(200, body.ToJsonString());

    private static AwsAnswer Invalid(string why)
    {
        var answer = AwsAnswer.OfJson(400, new JsonObject { ["Code"] = "InvalidInputException", ["Message"] = why }.ToJsonString());
        return answer with { Headers = answer.Headers.Add(KeyValuePair.Create("x-amzn-ErrorType", "InvalidInputException")) };
    }
}
