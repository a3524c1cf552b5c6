using System.Net;
using System.Text;
using System.Text.Json;
using Remediator.Aws.SecurityHub;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.Tests.SecurityHub;

public sealed class HubImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finding_goes_over_the_wire_as_the_format_asks()
    {
        var hub = new Hub(_ => Hub.Imported(1));
        Assert.Empty(hub.Regions);
        Assert.Equal([Answer.Ok], await hub.Findings.Import([Hub.Finding() with { Passed = true }], Cancel));
        var call = Assert.Single(hub.Http.Calls);
        Assert.Equal("https://securityhub.eu-west-1.amazonaws.com/findings/import", call.Address.ToString());
        using var expected = JsonDocument.Parse("""
            {"Findings":[{"AwsAccountId":"111122223333","Compliance":{"RelatedRequirements":["EC2.13"],"Status":"PASSED"},"CreatedAt":"2026-03-02T09:15:00.007Z","Description":"What it is.",
            "FindingProviderFields":{"Severity":{"Label":"CRITICAL"},"Types":["Software and Configuration Checks/AWS Security Best Practices/Network Reachability"]},
            "FirstObservedAt":"2026-03-02T09:15:00.007Z","GeneratorId":"remediator/SG001","Id":"remediator/eu-west-1/111122223333/sg-0a/1/SG001","LastObservedAt":"2026-03-02T09:15:03.007Z",
            "ProductArn":"arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default","ProductFields":{"remediator/rule":"SG001"},"ProductName":"Remediator","RecordState":"ACTIVE","Region":"eu-west-1",
            "Remediation":{"Recommendation":{"Text":"Nothing is left to remove."}},
            "Resources":[{"Details":{"AwsEc2SecurityGroup":{"GroupId":"sg-0a","OwnerId":"111122223333"}},"Id":"arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a","Partition":"aws","Region":"eu-west-1","Type":"AwsEc2SecurityGroup"}],
            "SchemaVersion":"2018-10-08","Severity":{"Label":"CRITICAL"},"Title":"SG001: tcp/22 is forbidden","Types":["Software and Configuration Checks/AWS Security Best Practices/Network Reachability"],"UpdatedAt":"2026-03-02T09:15:03.007Z"}]}
            """);
        using var sent = JsonDocument.Parse(call.Body);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, sent.RootElement), call.Body);
    }

    [Fact]
    public async Task A_related_finding_stands_where_both_an_import_and_its_update_look_for_it()
    {
        var hub = new Hub(_ => Hub.Imported(1));
        var related = new RelatedFinding("arn:aws:securityhub:eu-west-1::product/aws/guardduty", "arn:aws:guardduty:eu-west-1:111122223333:detector/0a/finding/1b");
        Assert.Equal([Answer.Ok], await hub.Findings.Import([Hub.Finding() with { Related = related }], Cancel));
        using var sent = JsonDocument.Parse(Assert.Single(hub.Http.Calls).Body);
        var finding = sent.RootElement.GetProperty("Findings")[0];
        foreach (var list in new[] { finding.GetProperty("RelatedFindings"), finding.GetProperty("FindingProviderFields").GetProperty("RelatedFindings") })
            Assert.Equal($$"""[{"Id":"{{related.Id}}","ProductArn":"{{related.ProductArn}}"}]""", list.GetRawText());
    }

    [Fact]
    public async Task More_than_a_hundred_go_in_several_calls_and_the_answers_stay_in_order()
    {
        var hub = new Hub(call => Hub.Ids(call) is var ids && ids.Any(id => id.EndsWith("/150/SG001", StringComparison.Ordinal))
            ? CannedHttp.Reply.Ok($$"""{"FailedCount":1,"SuccessCount":{{ids.Length - 1}},"FailedFindings":[{"Id":"{{Hub.Finding(150).Id}}","ErrorCode":"InvalidInput","ErrorMessage":"Finding does not adhere\n to the format"}]}""")
            : Hub.Imported(ids.Length));
        var answers = await hub.Findings.Import(Hub.Many(230), Cancel);
        Assert.Equal([100, 100, 30], hub.Http.Calls.Select(c => Hub.Ids(c).Length));
        Assert.Equal([149], answers.Index().Where(a => !a.Item.Succeeded).Select(a => a.Index));
        Assert.Equal($"InvalidInput: Finding does not adhere\\u000a to the format (finding `{Hub.Finding(150).Id}`)", answers[149].Problem);
        Assert.False(answers[149].Retryable);
    }

    [Fact]
    public async Task Each_region_has_its_own_client_and_calls()
    {
        var hub = new Hub(call => Hub.Imported(Hub.Ids(call).Length));
        ImmutableArray<Finding> mixed = [Hub.Finding(1), Hub.Finding(2, "us-east-1"), Hub.Finding(3)];
        Assert.All(await hub.Findings.Import(mixed, Cancel), a => Assert.True(a.Succeeded));
        Assert.All(await hub.Findings.Import(mixed, Cancel), a => Assert.True(a.Succeeded));
        Assert.Equal(["eu-west-1", "us-east-1"], hub.Regions);
        Assert.Equal(["securityhub.eu-west-1.amazonaws.com", "securityhub.us-east-1.amazonaws.com"], hub.Http.Calls.Take(2).Select(c => c.Address.Host));
    }

    [Fact]
    public async Task Security_hub_switched_off_is_told_once_and_is_no_error()
    {
        var hub = new Hub(_ => new(HttpStatusCode.Unauthorized, """{"Code":"InvalidAccessException","Message":"Account 111122223333 is not subscribed to AWS Security Hub"}""", "InvalidAccessException"));
        Assert.Equal([Answer.Ok, Answer.Ok], await hub.Findings.Import(Hub.Many(2), Cancel));
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(Hub.Many(2), Cancel));
        Assert.Equal([Answer.Ok], await hub.Findings.Import(Hub.Many(1), Cancel));
        Assert.Single(hub.Http.Calls);
        var warning = Assert.Single(hub.Warnings);
        Assert.Contains("eu-west-1", warning, StringComparison.Ordinal);
        Assert.Contains("not subscribed", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "AccessDeniedException", false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidInputException", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "ThrottlingException", true)]
    [InlineData(HttpStatusCode.TooManyRequests, "LimitExceededException", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalException", true)]
    public async Task A_refused_call_is_an_answer_for_each_of_its_findings(HttpStatusCode status, string code, bool retryable)
    {
        var hub = new Hub(_ => new(status, "{\"Message\":\"no\\u001b[31m\\u202e\"}", code));
        var answers = await hub.Findings.Import(Hub.Many(2), Cancel);
        Assert.Equal(2, answers.Length);
        Assert.All(answers, a => Assert.Equal(new Answer($"{code}: no\\u001b[31m\\u202e", retryable), a));
        Assert.Empty(hub.Warnings);
    }

    [Fact]
    public async Task A_service_that_hangs_up_is_retryable_and_our_own_cancellation_is_not_an_answer()
    {
        var hub = new Hub(_ => throw new HttpRequestException("connection refused"));
        Assert.All(await hub.Findings.Import(Hub.Many(1), Cancel), a => Assert.True(a is { Succeeded: false, Retryable: true }));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hub.Findings.Import(Hub.Many(1), cancelled.Token));
    }

    [Fact]
    public async Task Failures_that_are_counted_but_not_named_are_believed()
    {
        var hub = new Hub(_ => CannedHttp.Reply.Ok("""{"FailedCount":1,"FailedFindings":[],"SuccessCount":1}"""));
        Assert.All(await hub.Findings.Import(Hub.Many(2), Cancel), a => Assert.True(a is { Succeeded: false, Retryable: true }));
    }

    [Fact]
    public async Task Calls_stay_below_six_megabytes_and_findings_below_240_kilobytes()
    {
        var hub = new Hub(call => Hub.Imported(Hub.Ids(call).Length));
        // The longest finding that the writer can make: every text at its limit, each character six bytes as JSON.
        var fields = Enumerable.Range(0, 25).ToImmutableSortedDictionary(n => $"remediator/{n}", _ => new string('é', 1000));
        var longest = Hub.Many(99).Select(f => f with { Description = new('é', 1024), Title = new('é', 256), RemediationText = new('é', 512), ProductFields = fields }).ToImmutableArray();
        Assert.All(await hub.Findings.Import(longest, Cancel), a => Assert.True(a.Succeeded));
        Assert.Equal(99, hub.Http.Calls.Sum(c => Hub.Ids(c).Length));
        Assert.True(hub.Http.Calls.Count > 1, "one call would have been too large");
        Assert.All(hub.Http.Calls, c => Assert.InRange(Encoding.UTF8.GetByteCount(c.Body), 1, 6_000_000));
        Assert.All(hub.Http.Calls, c => Assert.InRange(Encoding.UTF8.GetByteCount(c.Body) / Hub.Ids(c).Length, 1, 240_000));
        Assert.InRange(FindingBatches.Size(longest[0]), Encoding.UTF8.GetByteCount(hub.Http.Calls[0].Body) / Hub.Ids(hub.Http.Calls[0]).Length, 240_000);
    }

    [Fact]
    public async Task Switched_off_by_setting_nothing_is_sent_and_all_is_well()
    {
        var none = new NoFindings();
        Assert.Equal([Answer.Ok, Answer.Ok], await none.Import(Hub.Many(2), Cancel));
        Assert.Equal(Answer.Ok, await none.Resolve(Hub.Many(2), Cancel));
    }
}
