using System.Globalization;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityHub;
using Remediator.Aws.SecurityHub;
using Remediator.Findings;
using Remediator.Remediations;

namespace Remediator.Aws.Tests.SecurityHub;

/// <summary>The adapter with the real client over canned HTTP, and findings to give to it.</summary>
internal sealed class Hub
{
    public Hub(Func<CannedHttp.Call, CannedHttp.Reply> answer)
    {
        Http = new(answer);
        Findings = new(Connect, Warnings.Add, Clock);
    }

    public CannedHttp Http { get; }

    public NoWait Clock { get; } = new();

    public List<string> Warnings { get; } = [];

    public List<string> Regions { get; } = [];

    public HubFindings Findings { get; }

    public static Finding Finding(int number = 1, string region = "eu-west-1", string description = "What it is.")
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"remediator/{region}/111122223333/sg-0a/{number}/SG001");
        var seen = new DateTimeOffset(2026, 3, 2, 9, 15, 3, 7, TimeSpan.Zero);
        return new(
            id, Product(region), "remediator/SG001", "111122223333", region, seen.AddSeconds(-3), seen.AddSeconds(-3), seen, "CRITICAL", "SG001: tcp/22 is forbidden", description,
            "Nothing is left to remove.", Outcome.Revoked, false, new($"arn:aws:ec2:{region}:111122223333:security-group/sg-0a", "aws", region, "111122223333", "sg-0a"),
            ["EC2.13"], ImmutableSortedDictionary<string, string>.Empty.Add("remediator/rule", "SG001"));
    }

    public static ImmutableArray<Finding> Many(int count) => [.. Enumerable.Range(1, count).Select(n => Finding(n))];

    public static string Product(string region) => $"arn:aws:securityhub:{region}:111122223333:product/111122223333/default";

    public static CannedHttp.Reply Imported(int count) => CannedHttp.Reply.Ok(string.Create(CultureInfo.InvariantCulture, $$"""{"FailedCount":0,"FailedFindings":[],"SuccessCount":{{count}}}"""));

    /// <summary>GetFindings: each id with its workflow.</summary>
    public static CannedHttp.Reply Shown(IEnumerable<(string Id, string? Workflow)> findings, string? next = null) => CannedHttp.Reply.Ok(JsonSerializer.Serialize(new
    {
        Findings = findings.Select(f => new { f.Id, ProductArn = Product("eu-west-1"), Workflow = f.Workflow is null ? null : new { Status = f.Workflow } }),
        NextToken = next,
    }));

    public static CannedHttp.Reply Updated(params (string Id, string Code)[] refused) => CannedHttp.Reply.Ok(JsonSerializer.Serialize(new
    {
        ProcessedFindings = Array.Empty<object>(),
        UnprocessedFindings = refused.Select(r => new { FindingIdentifier = new { r.Id, ProductArn = Product("eu-west-1") }, ErrorCode = r.Code, ErrorMessage = "Concurrent finding updates detected" }),
    }));

    public static string[] Ids(CannedHttp.Call call)
    {
        using var body = JsonDocument.Parse(call.Body);
        var (list, name) = call.Address.AbsolutePath switch
        {
            "/findings/import" => (body.RootElement.GetProperty(nameof(Findings)), "Id"),
            "/findings/batchupdate" => (body.RootElement.GetProperty("FindingIdentifiers"), "Id"),
            _ => (body.RootElement.GetProperty("Filters").GetProperty("Id"), "Value"),
        };
        return [.. list.EnumerateArray().Select(e => e.GetProperty(name).GetString()!)];
    }

    private AmazonSecurityHubClient Connect(string region)
    {
        Regions.Add(region);
        return new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonSecurityHubConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), HttpClientFactory = Http, MaxErrorRetry = 0 });
    }
}
