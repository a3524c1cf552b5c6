using System.Net;
using Amazon.Runtime;
using Remediator.Findings;

namespace Remediator.Aws;

/// <summary>An exception of the AWS SDK as a value.</summary>
/// <param name="Code">The service's error code; empty when the call got no answer from the service.</param>
/// <param name="Problem">Code and message on one line, shortened, without control characters.</param>
/// <param name="Retryable">Throttled, timed out, refused on the way, or a server's fault.</param>
/// <param name="PerhapsTaken">No word of the service says that the call was not carried out: it timed out, the line broke, something
/// other than the service answered, or the service failed within.</param>
internal sealed record AwsFailure(string Code, string? RequestId, string Problem, bool Retryable, bool PerhapsTaken)
{
    private const int MostCharacters = 400;

    /// <summary>Null for what is no failure of a call: our own cancellation, or a fault of ours.</summary>
    public static AwsFailure? Of(Exception exception, CancellationToken cancel) => exception switch
    {
        AmazonServiceException service => new(service.ErrorCode ?? "", service.RequestId, OneLine(Said(service)), IsRetryable(service), IsPerhapsTaken(service)),
        AmazonClientException or HttpRequestException or IOException or TimeoutException => new("", null, OneLine(exception.Message), true, true),
        OperationCanceledException when !cancel.IsCancellationRequested => new("", null, "the call was given up before it was answered", true, true),
        _ => null,
    };

    /// <summary>What came from no service, an HTML page say, has no code.</summary>
    private static string Said(AmazonServiceException service) => string.IsNullOrEmpty(service.ErrorCode) ? service.Message : $"{service.ErrorCode}: {service.Message}";

    private static bool IsRetryable(AmazonServiceException service) =>
        (int)service.StatusCode >= 500
        || service.StatusCode == 0
        || service.Retryable is not null
        || IsThrottled(service)
        || service.ErrorCode is "Unavailable" or "ServiceUnavailable" or "InternalError";

    private static bool IsPerhapsTaken(AmazonServiceException service) =>
        string.IsNullOrEmpty(service.ErrorCode) || ((int)service.StatusCode >= 500 && !IsThrottled(service));

    private static bool IsThrottled(AmazonServiceException service) =>
        service.StatusCode == HttpStatusCode.TooManyRequests
        || service.ErrorCode is "RequestLimitExceeded" or "Throttling" or "ThrottlingException" or "ThrottledException" or "TooManyRequestsException" or "RequestThrottled" or "RequestThrottledException";

    private static string OneLine(string text) => SafeText.Line(text, MostCharacters);
}
