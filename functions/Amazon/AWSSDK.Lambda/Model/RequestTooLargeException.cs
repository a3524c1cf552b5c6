using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.Lambda.Model;

/// <summary>The payload is larger than Lambda takes.</summary>
public class RequestTooLargeException : AmazonLambdaException
{
    public RequestTooLargeException(string message) : base(message) { }

    public RequestTooLargeException(string message, Exception innerException) : base(message, innerException) { }

    public RequestTooLargeException(Exception innerException) : base(innerException) { }

    public RequestTooLargeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public RequestTooLargeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal RequestTooLargeException(ServiceError error) : base(error) { }
}
