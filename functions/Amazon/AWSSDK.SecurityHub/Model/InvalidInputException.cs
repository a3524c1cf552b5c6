using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SecurityHub.Model;

/// <summary>The request broke a rule of the service.</summary>
public class InvalidInputException : AmazonSecurityHubException
{
    public InvalidInputException() { }

    public InvalidInputException(string message) : base(message) { }

    public InvalidInputException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidInputException(Exception innerException) : base(innerException) { }

    public InvalidInputException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidInputException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal InvalidInputException(ServiceError error) : base(error) => Code = error.BodyCode;

    /// <summary>The <c>Code</c> in the answer's body; null when it has none.</summary>
    public string Code { get; set; }
}
