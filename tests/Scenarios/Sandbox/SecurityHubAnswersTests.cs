using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Remediator.Scenarios.Sandbox;

/// <summary>Findings are kept and refused as Security Hub documents it, not as moto does.</summary>
public sealed class SecurityHubAnswersTests(ProxyFixture aws) : IClassFixture<ProxyFixture>
{
    private const string Product = "arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default";
    private readonly string _id = "finding-" + Guid.NewGuid();

    [Fact]
    public async Task Finding_that_fails_again_after_it_passed_is_new_again()
    {
        await ImportAsync(Finding(1, "FAILED"));
        await ImportAsync(Finding(2, "PASSED"));
        await UpdateAsync("RESOLVED");
        var resolved = await GetAsync();
        await ImportAsync(Finding(3, "FAILED"));

        Assert.Equal("RESOLVED", resolved["Workflow"]!["Status"]!.ToString());
        Assert.Equal("NEW", (await GetAsync())["Workflow"]!["Status"]!.ToString());
    }

    [Fact]
    public async Task Suppressed_finding_stays_suppressed_and_an_import_cannot_change_the_workflow()
    {
        await ImportAsync(Finding(1, "PASSED"));
        await UpdateAsync("SUPPRESSED");
        var again = Finding(2, "FAILED");
        again["Workflow"] = new JsonObject { ["Status"] = "RESOLVED" };
        await ImportAsync(again);

        var stored = await GetAsync();

        Assert.Equal("SUPPRESSED", stored["Workflow"]!["Status"]!.ToString());
        Assert.Equal("FAILED", stored["Compliance"]!["Status"]!.ToString());
    }

    [Fact]
    public async Task Older_observation_is_accepted_and_ignored()
    {
        await ImportAsync(Finding(2, "PASSED"));
        var answer = await ImportAsync(Finding(1, "FAILED"));

        Assert.Equal(1, answer["SuccessCount"]!.GetValue<int>());
        Assert.Equal("PASSED", (await GetAsync())["Compliance"]!["Status"]!.ToString());
    }

    [Theory]
    [InlineData("Title", 257, "Title is longer than 256")]
    [InlineData("Description", 1025, "Description is longer than 1024")]
    [InlineData("GeneratorId", 513, "GeneratorId is longer than 512")]
    public async Task Finding_beyond_a_limit_fails_and_says_which(string field, int length, string why)
    {
        var finding = Finding(1, "FAILED");
        finding[field] = new string('x', length);

        Assert.Contains(why, await RefusalAsync(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Types":["only/two"]}""", "Types `only/two`")]
    [InlineData("""{"AwsAccountId":"444455556666"}""", "not the calling account")]
    [InlineData("""{"UpdatedAt":"yesterday"}""", "UpdatedAt should match format date-time")]
    [InlineData("""{"Resources":[]}""", "Resources should have 1 to 32 items")]
    [InlineData("""{"Severity":{"Label":"SEVERE"}}""", "Severity.Label should be one of")]
    [InlineData("""{"Compliance":{"Status":"BAD"}}""", "Compliance.Status should be one of")]
    public async Task Finding_of_a_wrong_form_fails_and_says_why(string changes, string why)
    {
        var finding = Finding(1, "FAILED");
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            finding[name] = value?.DeepClone();

        Assert.Contains(why, await RefusalAsync(finding), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_of_an_unknown_finding_is_listed_as_unprocessed()
    {
        var answer = await UpdateAsync("RESOLVED");

        Assert.Empty(answer["ProcessedFindings"]!.AsArray());
        Assert.Equal("FindingNotFound", answer["UnprocessedFindings"]![0]!["ErrorCode"]!.ToString());
    }

    private JsonObject Finding(int second, string compliance) => new()
    {
        ["SchemaVersion"] = "2018-10-08",
        ["Id"] = _id,
        ["ProductArn"] = Product,
        ["GeneratorId"] = "remediator",
        ["AwsAccountId"] = "111122223333",
        ["Types"] = new JsonArray("Software and Configuration Checks/AWS Security Best Practices/Network Reachability"),
        ["CreatedAt"] = "2026-01-01T00:00:00Z",
        ["UpdatedAt"] = $"2026-01-01T00:00:{second:00}Z",
        ["Severity"] = new JsonObject { ["Label"] = "HIGH" },
        ["Title"] = "a port is open",
        ["Description"] = "a port is open to the internet",
        ["Resources"] = new JsonArray(new JsonObject { ["Id"] = "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a", ["Type"] = "AwsEc2SecurityGroup" }),
        ["Compliance"] = new JsonObject { ["Status"] = compliance },
    };

    private async Task<string> RefusalAsync(JsonObject finding)
    {
        var answer = await ImportAsync(finding);
        Assert.Equal(1, answer["FailedCount"]!.GetValue<int>());
        return answer["FailedFindings"]![0]!["ErrorMessage"]!.ToString();
    }

    private Task<JsonObject> ImportAsync(JsonObject finding) => CallAsync(HttpMethod.Post, "/findings/import", new() { ["Findings"] = new JsonArray(finding) });

    private Task<JsonObject> UpdateAsync(string workflow) => CallAsync(HttpMethod.Patch, "/findings/batchupdate", new()
    {
        ["FindingIdentifiers"] = new JsonArray(new JsonObject { ["Id"] = _id, ["ProductArn"] = Product }),
        ["Workflow"] = new JsonObject { ["Status"] = workflow },
    });

    private async Task<JsonNode> GetAsync() => Assert.Single((await CallAsync(HttpMethod.Post, "/findings", new()
    {
        ["Filters"] = new JsonObject
        {
            ["Id"] = new JsonArray(new JsonObject { ["Value"] = _id, ["Comparison"] = "EQUALS" }),
            ["ProductArn"] = new JsonArray(new JsonObject { ["Value"] = Product, ["Comparison"] = "EQUALS" }),
        },
    }))["Findings"]!.AsArray())!;

    private async Task<JsonObject> CallAsync(HttpMethod method, string path, JsonObject body)
    {
        using var http = new HttpClient { BaseAddress = aws.Proxy.Endpoint };
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=ASIAREMEDIATORROLE00/20260101/eu-west-1/securityhub/aws4_request, SignedHeaders=host, Signature=none");
        using var answer = await http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }
}
