using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>An entry of a parameter breaks a rule of the service.</summary>
public class InvalidParameterValueException : AmazonSimpleNotificationServiceException
{
    public InvalidParameterValueException(string message) : base(message) { }

    public InvalidParameterValueException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidParameterValueException(Exception innerException) : base(innerException) { }

    public InvalidParameterValueException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidParameterValueException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal InvalidParameterValueException(ServiceError error) : base(error) { }
}
