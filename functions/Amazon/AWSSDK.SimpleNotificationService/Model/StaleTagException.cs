using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A tag was added to the topic by another call.</summary>
public class StaleTagException : AmazonSimpleNotificationServiceException
{
    public StaleTagException(string message) : base(message) { }

    public StaleTagException(string message, Exception innerException) : base(message, innerException) { }

    public StaleTagException(Exception innerException) : base(innerException) { }

    public StaleTagException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public StaleTagException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal StaleTagException(ServiceError error) : base(error) { }
}
