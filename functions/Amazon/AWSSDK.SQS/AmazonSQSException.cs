using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SQS;

/// <summary>Each error that SQS answers is one of these; <see cref="AmazonServiceException.ErrorCode"/> tells which.</summary>
public class AmazonSQSException : AmazonServiceException
{
    public AmazonSQSException(string message) : base(message) { }

    public AmazonSQSException(string message, Exception innerException) : base(message, innerException) { }

    public AmazonSQSException(Exception innerException) : base(innerException) { }

    public AmazonSQSException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AmazonSQSException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal AmazonSQSException(ServiceError error)
        : base(error.Message, error.Cause, error.Type, error.Code, error.RequestId, error.Status)
        => Retryable = error.Retry;

    /// <inheritdoc />
    public override RetryableDetails Retryable { get; }
}
