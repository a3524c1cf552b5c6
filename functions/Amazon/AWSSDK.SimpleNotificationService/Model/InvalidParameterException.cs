using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A parameter breaks a rule of the service.</summary>
public class InvalidParameterException : AmazonSimpleNotificationServiceException
{
    public InvalidParameterException(string message) : base(message) { }

    public InvalidParameterException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidParameterException(Exception innerException) : base(innerException) { }

    public InvalidParameterException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidParameterException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal InvalidParameterException(ServiceError error) : base(error) { }
}
