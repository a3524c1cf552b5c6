using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.Lambda;

/// <summary>Each error that Lambda answers is one of these; <see cref="AmazonServiceException.ErrorCode"/> tells which.</summary>
public class AmazonLambdaException : AmazonServiceException
{
    public AmazonLambdaException(string message) : base(message) { }

    public AmazonLambdaException(string message, Exception innerException) : base(message, innerException) { }

    public AmazonLambdaException(Exception innerException) : base(innerException) { }

    public AmazonLambdaException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AmazonLambdaException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal AmazonLambdaException(ServiceError error)
        : base(error.Message, error.Cause, error.Type, error.Code, error.RequestId, error.Status)
        => Retryable = error.Retry;

    /// <inheritdoc />
    public override RetryableDetails Retryable { get; }
}
