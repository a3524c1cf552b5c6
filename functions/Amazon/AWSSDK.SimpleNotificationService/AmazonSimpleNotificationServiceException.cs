using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService;

/// <summary>Each error that SNS answers is one of these; <see cref="AmazonServiceException.ErrorCode"/> tells which.</summary>
public class AmazonSimpleNotificationServiceException : AmazonServiceException
{
    public AmazonSimpleNotificationServiceException(string message) : base(message) { }

    public AmazonSimpleNotificationServiceException(string message, Exception innerException)
        : base(message, innerException) { }

    public AmazonSimpleNotificationServiceException(Exception innerException) : base(innerException) { }

    public AmazonSimpleNotificationServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AmazonSimpleNotificationServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal AmazonSimpleNotificationServiceException(ServiceError error)
        : base(error.Message, error.Cause, error.Type, error.Code, error.RequestId, error.Status)
        => Retryable = error.Retry;

    /// <inheritdoc />
    public override RetryableDetails Retryable { get; }
}
