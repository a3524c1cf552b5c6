using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.Lambda.Model;

/// <summary>Too many invocations, or none are allowed to this function; the SDK has tried again already.</summary>
public class TooManyRequestsException : AmazonLambdaException
{
    public TooManyRequestsException(string message) : base(message) { }

    public TooManyRequestsException(string message, Exception innerException) : base(message, innerException) { }

    public TooManyRequestsException(Exception innerException) : base(innerException) { }

    public TooManyRequestsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public TooManyRequestsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal TooManyRequestsException(ServiceError error) : base(error) { }
}
