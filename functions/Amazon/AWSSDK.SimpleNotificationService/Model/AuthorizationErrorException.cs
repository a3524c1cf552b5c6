using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The caller may not do this.</summary>
public class AuthorizationErrorException : AmazonSimpleNotificationServiceException
{
    public AuthorizationErrorException(string message) : base(message) { }

    public AuthorizationErrorException(string message, Exception innerException) : base(message, innerException) { }

    public AuthorizationErrorException(Exception innerException) : base(innerException) { }

    public AuthorizationErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AuthorizationErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal AuthorizationErrorException(ServiceError error) : base(error) { }
}
