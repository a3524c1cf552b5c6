using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SimpleNotificationService;

/// <summary>Each modelled error has its type; whatever is no answer of SNS is a clear error that is tried again.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string, string> ModelledErrors =>
        [.. SnsService.Model.Operations.SelectMany(operation => operation.Value.Errors.Select(error => (operation.Key, error)))];

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task Modelled_error_becomes_the_exception_of_its_name(string operation, string shape)
    {
        var error = SnsService.Model.Shapes[shape].Error!;
        var status = (HttpStatusCode)error.Status;
        using var client = SnsService.Client(ScriptedService.Answering(ScriptedService.Answer(status, ErrorDocument(error.Code, "not <today>"))));

        var thrown = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(() => client.CallAsync(operation));

        Assert.Equal(shape.EndsWith("Exception", StringComparison.Ordinal) ? shape : shape + "Exception", thrown.GetType().Name);
        Assert.Equal((error.Code, "not <today>", "request-7", status), (thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
        Assert.Equal((int)status >= 500 ? ErrorType.Receiver : ErrorType.Sender, thrown.ErrorType);
        Assert.Equal((int)status == 429 || (int)status >= 500, thrown.Retryable is not null);
        Assert.Equal((int)status == 429, thrown.Retryable?.Throttling is true);
    }

    [Fact]
    public async Task Error_that_the_model_does_not_name_for_the_operation_is_of_the_base_type()
    {
        using var client = SnsService.Client(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.Forbidden, ErrorDocument("TopicLimitExceeded", "no"))));

        var thrown = await Assert.ThrowsAsync<AmazonSimpleNotificationServiceException>(() => client.PublishAsync("topic", "message"));

        Assert.Equal("TopicLimitExceeded", thrown.ErrorCode);
        Assert.Null(thrown.Retryable);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "<html><body>Internal\r\nServer Error</body></html>")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "<!DOCTYPE html><html>welcome to the captive portal</html>")]
    [InlineData(HttpStatusCode.OK, "{\"message\":\"JSON\"}")]
    [InlineData(HttpStatusCode.OK, "<PublishResponse><PublishResult><MessageId>cut o")]
    [InlineData(HttpStatusCode.OK, "<SubscribeResponse><SubscribeResult/></SubscribeResponse>")]
    [InlineData(HttpStatusCode.Forbidden, "<html>403 by a proxy</html>")]
    public async Task What_is_no_answer_is_tried_again(HttpStatusCode status, string body)
    {
        var service = ScriptedService.Answering(
            ScriptedService.Answer(status, body, "text/html"),
            ScriptedService.Answer(HttpStatusCode.OK, "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"));
        using var client = SnsService.Client(service, retries: 1);

        var response = await client.PublishAsync("topic", "message");

        Assert.Equal("m-1", response.MessageId);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task What_is_no_answer_to_the_last_attempt_is_an_error_that_says_what_came()
    {
        using var client = SnsService.Client(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.InternalServerError, "<html>\r\n<h1>oops</h1>", "text/html")));

        var thrown = await Assert.ThrowsAsync<AmazonSimpleNotificationServiceException>(() => client.PublishAsync("topic", "message"));

        Assert.Equal("the answer to `Publish` cannot be read: expected an XML error with a `Code`, got HTTP 500 with `<html> <h1>oops</h1>`", thrown.Message);
        Assert.Equal((HttpStatusCode.InternalServerError, ErrorType.Receiver), (thrown.StatusCode, thrown.ErrorType));
        Assert.NotNull(thrown.Retryable);
    }

    private static string ErrorDocument(string code, string message) => $"""
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{WebUtility.HtmlEncode(message)}</Message></Error>
          <RequestId>request-7</RequestId>
        </ErrorResponse>
        """;
}
