using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The account is not subscribed to KMS.</summary>
public class KMSOptInRequiredException : AmazonSimpleNotificationServiceException
{
    public KMSOptInRequiredException(string message) : base(message) { }

    public KMSOptInRequiredException(string message, Exception innerException) : base(message, innerException) { }

    public KMSOptInRequiredException(Exception innerException) : base(innerException) { }

    public KMSOptInRequiredException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public KMSOptInRequiredException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal KMSOptInRequiredException(ServiceError error) : base(error) { }
}
