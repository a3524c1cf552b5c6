using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SecurityHub.Model;

/// <summary>Security Hub failed.</summary>
public class InternalException : AmazonSecurityHubException
{
    public InternalException() { }

    public InternalException(string message) : base(message) { }

    public InternalException(string message, Exception innerException) : base(message, innerException) { }

    public InternalException(Exception innerException) : base(innerException) { }

    public InternalException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InternalException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal InternalException(ServiceError error) : base(error) => Code = error.BodyCode;

    /// <summary>The <c>Code</c> in the answer's body; null when it has none.</summary>
    public string Code { get; set; }
}
