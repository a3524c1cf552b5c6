using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The credential signature is not valid, or the request was not sent over HTTPS.</summary>
public class InvalidSecurityException : AmazonSimpleNotificationServiceException
{
    public InvalidSecurityException(string message) : base(message) { }

    public InvalidSecurityException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidSecurityException(Exception innerException) : base(innerException) { }

    public InvalidSecurityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidSecurityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal InvalidSecurityException(ServiceError error) : base(error) { }
}
