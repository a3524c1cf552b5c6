using System.Net;
using System.Text;
using Amazon.Lambda;
using Amazon.Runtime;
using Remediator.Aws.DeadLetters;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ports;

namespace Remediator.Aws.Tests.DeadLetters;

public sealed class InvokedFunctionTests
{
    [Fact]
    public async Task An_event_is_handed_over_byte_for_byte_and_not_waited_for()
    {
        var service = Answering(HttpStatusCode.Accepted);
        Assert.Equal(SendAnswer.Accepted, await Of(service).Send(Encoding.UTF8.GetBytes("??{ \"a\": 1 }").AsMemory(2), default));

        var sent = Assert.Single(service.Requests);
        Assert.Equal(("/2015-03-31/functions/on-change/invocations", "{ \"a\": 1 }"), (sent.Uri.AbsolutePath, sent.Body));
        Assert.Equal("Event", sent.Headers["X-Amz-Invocation-Type"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task Only_202_says_that_it_was_accepted(HttpStatusCode status)
    {
        var answer = await Of(Answering(status)).Send("{}"u8.ToArray(), default);
        Assert.Equal($"Lambda answered with HTTP {(int)status}: expected 202, which says that the event was accepted", answer.Problem);
        Assert.Equal((false, false), (answer.Retryable, answer.IsAboutEvent));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequestsException", true, false)]
    [InlineData(HttpStatusCode.InternalServerError, "ServiceException", true, false)]
    [InlineData(HttpStatusCode.NotFound, "ResourceNotFoundException", false, false)]
    [InlineData(HttpStatusCode.Forbidden, "AccessDeniedException", false, false)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "RequestTooLargeException", false, true)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidRequestContentException", false, true)]
    public async Task A_refusal_says_whether_it_passes_and_what_it_is_about(HttpStatusCode status, string code, bool passes, bool aboutEvent)
    {
        var answer = await Of(Answering(status, $$"""{"__type":"{{code}}","Message":"no"}""")).Send("{}"u8.ToArray(), default);
        Assert.Equal(new SendAnswer($"{code}: no", passes, aboutEvent), answer);
    }

    private static ScriptedService Answering(HttpStatusCode status, string body = "") => ScriptedService.Answering(ScriptedService.Answer(status, body, "application/json"));

    private static InvokedFunction Of(ScriptedService service) => new("on-change", () => new AmazonLambdaClient(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"), new AmazonLambdaConfig { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = 0 }));
}
