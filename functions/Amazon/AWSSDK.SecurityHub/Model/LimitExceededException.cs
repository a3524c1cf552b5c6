using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SecurityHub.Model;

/// <summary>Too many calls in a short time, or too many findings.</summary>
public class LimitExceededException : AmazonSecurityHubException
{
    public LimitExceededException() { }

    public LimitExceededException(string message) : base(message) { }

    public LimitExceededException(string message, Exception innerException) : base(message, innerException) { }

    public LimitExceededException(Exception innerException) : base(innerException) { }

    public LimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public LimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal LimitExceededException(ServiceError error) : base(error) => Code = error.BodyCode;

    /// <summary>The <c>Code</c> in the answer's body; null when it has none.</summary>
    public string Code { get; set; }
}
