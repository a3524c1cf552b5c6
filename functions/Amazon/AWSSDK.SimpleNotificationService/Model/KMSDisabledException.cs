using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic's key is disabled.</summary>
public class KMSDisabledException : AmazonSimpleNotificationServiceException
{
    public KMSDisabledException(string message) : base(message) { }

    public KMSDisabledException(string message, Exception innerException) : base(message, innerException) { }

    public KMSDisabledException(Exception innerException) : base(innerException) { }

    public KMSDisabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public KMSDisabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal KMSDisabledException(ServiceError error) : base(error) { }
}
