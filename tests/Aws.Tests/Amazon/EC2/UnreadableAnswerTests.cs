using System.Net;
using System.Text;
using Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>What a proxy, a load balancer or a broken line gives instead of an answer.</summary>
public sealed class UnreadableAnswerTests
{
    private const string Good = "<RevokeSecurityGroupIngressResponse><return>true</return></RevokeSecurityGroupIngressResponse>";
    private const string Html = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    public static TheoryData<int, string, string> Bodies =>
    [
        (500, Html, "HTTP 500 with `<!DOCTYPE html><html><head><title>502 Bad Gateway</title>"),
        (200, Html, "HTTP 200 with `<!DOCTYPE html>"),
        (403, Html, "HTTP 403 with `<!DOCTYPE html>"),
        (200, "<html><body>a captive portal</body></html>", "HTTP 200 with `<html><body>a captive portal</body></html>`"),
        (502, "<html><body>a captive portal</body></html>", "HTTP 502 with `<html><body>"),
        (503, "", "HTTP 503 with an empty body"),
        (200, "", "HTTP 200 with an empty body"),
        (200, "<RevokeSecurityGroupIngressResponse><return>tr", "HTTP 200 with `<RevokeSecurityGroupIngressResponse><return>tr`"),
        (200, "<RevokeSecurityGroupIngressResponse><return>maybe</return></RevokeSecurityGroupIngressResponse>", "`<RevokeSecurityGroupIngressResponse><return>maybe"),
        (200, "<RevokeSecurityGroupIngressResponse>true</RevokeSecurityGroupIngressResponse>", "HTTP 200 with `<RevokeSecurityGroupIngressResponse>true"),
        (200, "<DescribeSecurityGroupsResponse/>", "HTTP 200 with `<DescribeSecurityGroupsResponse/>`"),
        (200, "{\"return\": true}", "HTTP 200 with `{\"return\": true}`"),
        (500, "{\"message\": \"Internal Server Error\"}", "HTTP 500 with `{\"message\": \"Internal Server Error\"}`"),
        (400, "<Response><Errors/></Response>", "HTTP 400 with `<Response><Errors/></Response>`"),
        (200, "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><RevokeSecurityGroupIngressResponse><return>&b;</return></RevokeSecurityGroupIngressResponse>", "HTTP 200 with `<!DOCTYPE r"),
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task It_is_tried_again_and_then_told_as_an_error_of_the_service(int status, string body, string told)
    {
        var service = ScriptedService.Answering(ScriptedService.Answer((HttpStatusCode)status, body, requestId: "req-1"));

        var failed = await FailAsync(service, retries: 1);

        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.StartsWith("the answer to `RevokeSecurityGroupIngress` cannot be read: expected ", failed.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)status, failed.StatusCode);
        Assert.Equal("req-1", failed.RequestId);
        Assert.Equal("", failed.ErrorCode);
        Assert.NotNull(failed.Retryable);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task It_is_forgotten_when_the_next_attempt_is_answered()
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer(HttpStatusCode.OK, "<RevokeSecurityGroupIngressResp"),
            ScriptedService.Answer(HttpStatusCode.InternalServerError, Html),
            ScriptedService.Answer(HttpStatusCode.OK, Good));
        using var client = TestClient.Of(service, retries: 2);

        Assert.True((await client.RevokeSecurityGroupIngressAsync(new())).Return);
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_line_that_breaks_within_the_answer_is_tried_again_and_told(int status)
    {
        var service = new ScriptedService((_, _, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(new BrokenStream("<RevokeSecurity")) }));

        var failed = await FailAsync(service, retries: 1);

        Assert.Contains($"HTTP {status} with `<RevokeSecurity`", failed.Message, StringComparison.Ordinal);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task The_excerpt_is_one_short_line_without_anything_that_could_fool_its_reader()
    {
        var body = "\u001b[31m<b>\r\nfirst`line\u202eegap\u2028\0 " + string.Concat(Enumerable.Repeat("😀", 4000));

        var failed = await FailAsync(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.BadGateway, body)), retries: 0);

        Assert.Contains("`[31m<b> first'line egap 😀😀", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(failed.Message, static character => char.IsControl(character) || character is '\u202e' or '\u2028' or '\ufffd');
        Assert.InRange(failed.Message.Length, 100, 400);
        Assert.EndsWith("bytes)", failed.Message, StringComparison.Ordinal);
    }

    private static async Task<AmazonEC2Exception> FailAsync(ScriptedService service, int retries)
    {
        using var client = TestClient.Of(service, retries);
        return await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.RevokeSecurityGroupIngressAsync(new()));
    }

    private sealed class BrokenStream(string start) : MemoryStream(Encoding.UTF8.GetBytes(start), writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => Position < Length ? base.Read(buffer, offset, count) : throw Broken();

        public override int Read(Span<byte> buffer) => Position < Length ? base.Read(buffer) : throw Broken();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void CopyTo(Stream destination, int bufferSize)
        {
            destination.Write(ToArray());
            throw Broken();
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(ToArray(), cancellationToken);
            throw Broken();
        }

        private static IOException Broken() => new("the line broke");
    }
}
