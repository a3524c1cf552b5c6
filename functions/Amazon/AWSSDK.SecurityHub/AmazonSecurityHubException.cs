using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SecurityHub;

/// <summary>Each error that Security Hub answers is one of these; <see cref="AmazonServiceException.ErrorCode"/> tells which.</summary>
public class AmazonSecurityHubException : AmazonServiceException
{
    public AmazonSecurityHubException() { }

    public AmazonSecurityHubException(string message) : base(message) { }

    public AmazonSecurityHubException(string message, Exception innerException) : base(message, innerException) { }

    public AmazonSecurityHubException(Exception innerException) : base(innerException) { }

    public AmazonSecurityHubException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AmazonSecurityHubException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal AmazonSecurityHubException(ServiceError error)
        : base(error.Message, error.Cause, error.Type, error.Code, error.RequestId, error.Status)
        => Retryable = error.Retry;

    /// <inheritdoc />
    public override RetryableDetails Retryable { get; }
}
