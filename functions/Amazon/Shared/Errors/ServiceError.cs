using System.Net;
using Amazon.Runtime;

namespace Amazon.Shared.Errors;

/// <summary>What a service said went wrong, or what came back instead of an answer; not yet an exception.</summary>
/// <param name="Code">The wire code, such as <c>InvalidPermission.NotFound</c>; empty when none could be read.</param>
/// <param name="Message">Text for people; free of control characters when we wrote it.</param>
/// <param name="RequestId">Empty when the answer carried none.</param>
/// <param name="Status">HTTP status; a 200 that could not be read is an error too.</param>
/// <param name="Type">Sender: the request is at fault. Receiver: the service is.</param>
/// <param name="Cause">May be null.</param>
/// <param name="Retry">
/// Null where another attempt is not worth it, or where AWSSDK.Core knows by the code alone. The exception's Retryable answers this value.
/// </param>
internal sealed record ServiceError(
    string Code, string Message, string RequestId, HttpStatusCode Status, ErrorType Type, Exception Cause, RetryableDetails Retry)
{
    /// <summary>What a REST-JSON error document itself holds under <c>Code</c>, where a service models such a member; else null.</summary>
    internal string BodyCode { get; init; }
}
