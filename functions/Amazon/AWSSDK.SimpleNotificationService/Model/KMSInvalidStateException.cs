using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The state of the topic's key forbids this.</summary>
public class KMSInvalidStateException : AmazonSimpleNotificationServiceException
{
    public KMSInvalidStateException(string message) : base(message) { }

    public KMSInvalidStateException(string message, Exception innerException) : base(message, innerException) { }

    public KMSInvalidStateException(Exception innerException) : base(innerException) { }

    public KMSInvalidStateException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public KMSInvalidStateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal KMSInvalidStateException(ServiceError error) : base(error) { }
}
