using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class ErrorTests
{
    private const string Good = "<RevokeSecurityGroupIngressResponse><return>true</return></RevokeSecurityGroupIngressResponse>";

    [Fact]
    public async Task An_error_of_EC2_has_code_status_request_id_and_message_and_is_not_tried_again()
    {
        var service = ScriptedService.Answering(ScriptedService.Answer(
            HttpStatusCode.BadRequest, Ec2Errors.Document("InvalidPermission.NotFound", "The specified rule does not exist in this security group.")));

        var failed = await FailAsync(service, retries: 2);

        Assert.Equal("InvalidPermission.NotFound", failed.ErrorCode);
        Assert.Equal("The specified rule does not exist in this security group.", failed.Message);
        Assert.Equal(HttpStatusCode.BadRequest, failed.StatusCode);
        Assert.Equal(Ec2Errors.RequestId, failed.RequestId);
        Assert.Equal(ErrorType.Sender, failed.ErrorType);
        Assert.Null(failed.Retryable);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_error_without_a_message_is_told_by_its_code()
    {
        var failed = await FailAsync(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.Forbidden, Ec2Errors.Document("UnauthorizedOperation", ""))));
        Assert.Equal("`RevokeSecurityGroupIngress` was refused with `UnauthorizedOperation` (HTTP 403)", failed.Message);
    }

    [Theory]
    [InlineData(503, "RequestLimitExceeded")]
    [InlineData(400, "Throttling")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(429, "SomethingNew")]
    [InlineData(500, "InternalError")]
    [InlineData(503, "Unavailable")]
    [InlineData(507, "InsufficientStorage")]
    public async Task Throttling_and_errors_of_the_service_are_tried_again(int status, string code)
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer((HttpStatusCode)status, Ec2Errors.Document(code, "slow down")), ScriptedService.Answer(HttpStatusCode.OK, Good));
        using var client = TestClient.Of(service, retries: 1);

        var response = await client.RevokeSecurityGroupIngressAsync(new());

        Assert.True(response.Return);
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(service.Requests[0].Body, service.Requests[1].Body);
    }

    [Fact]
    public async Task When_throttling_does_not_end_the_error_of_EC2_is_thrown()
    {
        var service = ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.ServiceUnavailable, Ec2Errors.Document("RequestLimitExceeded", "Request limit exceeded.")));

        var failed = await FailAsync(service, retries: 2);

        Assert.Equal("RequestLimitExceeded", failed.ErrorCode);
        Assert.Equal(ErrorType.Receiver, failed.ErrorType);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_is_not_answered_in_time_is_tried_again_and_then_fails_with_a_time_out()
    {
        var service = new ScriptedService(static async (_, _, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("the call should have been given up");
        });
        using var client = TestClient.Of(service, retries: 1, configure: config => config.Timeout = TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAsync<TimeoutException>(() => client.RevokeSecurityGroupIngressAsync(new()));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_cancelled_call_is_given_up_at_once_and_not_tried_again()
    {
        using var cancel = new CancellationTokenSource();
        var service = new ScriptedService(async (_, _, cancellation) =>
        {
            await cancel.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException("the cancellation did not reach the wire");
        });
        using var client = TestClient.Of(service, retries: 2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.RevokeSecurityGroupIngressAsync(new(), cancel.Token));

        Assert.Single(service.Requests);
    }

    private static async Task<AmazonEC2Exception> FailAsync(ScriptedService service, int retries = 0)
    {
        using var client = TestClient.Of(service, retries);
        return await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.RevokeSecurityGroupIngressAsync(new()));
    }
}
