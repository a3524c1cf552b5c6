using System.Text.Json;
using Remediator.Cli.Inputs;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>The document of <c>test</c>: each test with its verdict and what differs, and the sums.</summary>
internal static class TestsJson
{
    public static void Write(Utf8JsonWriter json, PolicyFile? file, ImmutableArray<TestOutcome> outcomes, IEnumerable<Problem> problems)
    {
        json.WriteStartArray("tests");
        foreach (var outcome in outcomes) WriteTest(json, outcome);
        json.WriteEndArray();
        ProblemsJson.Write(json, problems);
        json.WriteStartObject("summary");
        if (file?.Policy is { } policy)
        {
            PolicyJson.Write(json, policy);
            json.WriteNumber("tests", outcomes.Length);
            json.WriteNumber("passed", outcomes.Count(o => o.Passed));
            json.WriteNumber("failed", outcomes.Count(o => !o.Passed));
        }

        json.WriteEndObject();
    }

    private static void WriteTest(Utf8JsonWriter json, TestOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("name", outcome.Test.Name);
        PlaceJson.Write(json, outcome.Test.Place);
        json.WriteBoolean("passed", outcome.Passed);
        json.WriteStartArray("differences");
        foreach (var difference in outcome.Differences) json.WriteStringValue(difference);
        json.WriteEndArray();
        json.WritePropertyName("verdict");
        VerdictJson.Write(json, outcome.Test.Group.Key, outcome.Verdict, null);
        json.WriteEndObject();
    }
}
