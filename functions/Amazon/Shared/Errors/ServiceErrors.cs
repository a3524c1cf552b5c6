using System.Net;
using Amazon.Runtime;

namespace Amazon.Shared.Errors;

/// <summary>The two ways in which a call fails on the wire: an error document, or something that is none.</summary>
internal static class ServiceErrors
{
    /// <summary>The service answered an error document with this code and message.</summary>
    internal static ServiceError Said(Answer answer, string code, string message, string requestId, Exception cause) => new(
        code,
        string.IsNullOrEmpty(message) ? $"{answer.Subject} was refused with `{code}` (HTTP {(int)answer.Status})" : message,
        string.IsNullOrEmpty(requestId) ? answer.RequestIdHeader : requestId,
        answer.Status,
        TypeOf(answer.Status),
        cause,
        RetryOf(answer.Status, code));

    /// <summary>The answer is not what the protocol allows: always worth another attempt.</summary>
    internal static ServiceError Unreadable(Answer answer, string expected, Exception cause) => new(
        "",
        $"the answer to {answer.Subject} cannot be read: expected {expected}, got HTTP {(int)answer.Status} with {BodyExcerpt.Of(answer.Body)}",
        answer.RequestIdHeader,
        answer.Status,
        TypeOf(answer.Status),
        cause,
        new RetryableDetails(throttling: answer.Status == HttpStatusCode.TooManyRequests));

    private static ErrorType TypeOf(HttpStatusCode status) => (int)status switch
    {
        >= 500 => ErrorType.Receiver,
        >= 400 => ErrorType.Sender,
        _ => ErrorType.Unknown,
    };

    private static RetryableDetails RetryOf(HttpStatusCode status, string code)
    {
        var throttled = status == HttpStatusCode.TooManyRequests || code.StartsWith("Throttl", StringComparison.OrdinalIgnoreCase);
        return throttled || (int)status >= 500 ? new RetryableDetails(throttled) : null;
    }
}
