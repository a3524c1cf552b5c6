using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A parameter in the request is not valid.</summary>
public class ValidationException : AmazonSimpleNotificationServiceException
{
    public ValidationException(string message) : base(message) { }

    public ValidationException(string message, Exception innerException) : base(message, innerException) { }

    public ValidationException(Exception innerException) : base(innerException) { }

    public ValidationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ValidationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal ValidationException(ServiceError error) : base(error) { }
}
