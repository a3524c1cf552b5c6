using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SecurityHub.Model;

/// <summary>The account is not subscribed to Security Hub, or may not do this.</summary>
public class InvalidAccessException : AmazonSecurityHubException
{
    public InvalidAccessException() { }

    public InvalidAccessException(string message) : base(message) { }

    public InvalidAccessException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidAccessException(Exception innerException) : base(innerException) { }

    public InvalidAccessException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidAccessException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal InvalidAccessException(ServiceError error) : base(error) => Code = error.BodyCode;

    /// <summary>The <c>Code</c> in the answer's body; null when it has none.</summary>
    public string Code { get; set; }
}
