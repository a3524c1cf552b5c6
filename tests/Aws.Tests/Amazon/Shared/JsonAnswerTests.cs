using System.Net;
using Amazon.Runtime;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;

namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>REST-JSON answers that are errors, or no answers at all; tried through Security Hub.</summary>
public sealed class JsonAnswerTests
{
    private const string Good = """{"FailedCount":0,"SuccessCount":1,"FailedFindings":[],"AddedLater":{"a":[1]}}""";

    public static TheoryData<int, string, string> Unreadable =>
    [
        (500, "<!DOCTYPE html><html><body>\r\nBad gateway</body></html>", "HTTP 500 with `<!DOCTYPE html><html><body> Bad gateway</body></html>`"),
        (403, "<html/>", "HTTP 403 with `<html/>`"),
        (503, "", "HTTP 503 with an empty body"),
        (200, "", "HTTP 200 with an empty body"),
        (200, """{"FailedCount":0,"Succ""", """HTTP 200 with `{"FailedCount":0,"Succ`"""),
        (200, """{"FailedCount":"many"}""", """HTTP 200 with `{"FailedCount":"many"}`"""),
        (200, "null", "HTTP 200 with `null`"),
        (200, "[]", "HTTP 200 with `[]`"),
        (200, "<BatchImportFindingsResponse/>", "HTTP 200 with `<BatchImportFindingsResponse/>`"),
        (400, """{"message":"no code"}""", """HTTP 400 with `{"message":"no code"}`"""),
        (400, "[1]", "HTTP 400 with `[1]`"),
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_answer_is_tried_again_and_then_told_as_an_error_of_the_service(int status, string body, string told)
    {
        var service = ScriptedService.Answering(ScriptedService.Answer((HttpStatusCode)status, body, "text/html", "req-1"));

        var failed = await FailAsync(service, retries: 1);

        Assert.StartsWith("the answer to `BatchImportFindings` cannot be read: expected ", failed.Message, StringComparison.Ordinal);
        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.Equal(((HttpStatusCode)status, "", "req-1"), (failed.StatusCode, failed.ErrorCode, failed.RequestId));
        Assert.NotNull(failed.Retryable);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("InvalidInputException:http://internal.amazon.com/coral/", """{"message":"wrong"}""")]
    [InlineData("InvalidInputException", """{"Message":"wrong","Code":"SomethingElse"}""")]
    [InlineData(null, """{"__type":"com.amazonaws.securityhub#InvalidInputException","message":"wrong"}""")]
    [InlineData(null, """{"code":"InvalidInputException","Message":"wrong"}""")]
    public async Task An_error_is_known_by_its_header_or_by_its_body_and_not_tried_again(string? header, string body)
    {
        var answer = ScriptedService.Answer(HttpStatusCode.BadRequest, body, "application/json", "req-2");
        if (header is not null)
        {
            answer.Headers.Add("x-amzn-ErrorType", header);
        }

        var service = ScriptedService.Answering(answer);
        var failed = await FailAsync(service, retries: 2);

        Assert.IsType<InvalidInputException>(failed);
        Assert.Equal(("InvalidInputException", "wrong", "req-2", ErrorType.Sender), (failed.ErrorCode, failed.Message, failed.RequestId, failed.ErrorType));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(429, "LimitExceededException")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalException")]
    [InlineData(200, null)]
    public async Task Throttling_errors_of_the_service_and_broken_answers_are_tried_again(int status, string? code)
    {
        var body = code is null ? Good[..20] : $$"""{"__type":"{{code}}","message":"again"}""";
        var service = ScriptedService.Answering(
            ScriptedService.Answer((HttpStatusCode)status, body, "application/json"), ScriptedService.Answer(HttpStatusCode.OK, Good, "application/json", "req-3"));
        using var client = ClientOf(service, retries: 1);

        var response = await client.BatchImportFindingsAsync(new() { Findings = [] });

        Assert.Equal((1, 0, "req-3"), (response.SuccessCount, response.FailedCount, response.ResponseMetadata.RequestId));
        Assert.Equal(2, service.Requests.Count);
    }

    private static async Task<AmazonSecurityHubException> FailAsync(ScriptedService service, int retries)
    {
        using var client = ClientOf(service, retries);
        return await Assert.ThrowsAnyAsync<AmazonSecurityHubException>(() => client.BatchImportFindingsAsync(new() { Findings = [] }));
    }

    private static AmazonSecurityHubClient ClientOf(ScriptedService service, int retries) => new(
        new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
        new AmazonSecurityHubConfig { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = retries });
}
