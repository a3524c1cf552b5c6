using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.EC2;

/// <summary>
/// Every error that EC2 answers; which one, says ErrorCode (such as <c>InvalidPermission.NotFound</c>).
/// ErrorCode is empty when what came back was no answer of EC2 at all.
/// </summary>
public partial class AmazonEC2Exception : AmazonServiceException
{
    private readonly RetryableDetails _retry;

    public AmazonEC2Exception(string message)
        : base(message)
    {
    }

    public AmazonEC2Exception(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonEC2Exception(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonEC2Exception(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonEC2Exception(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    private AmazonEC2Exception(ServiceError error)
        : base(error.Message, error.Cause, error.Type, error.Code, error.RequestId, error.Status)
        => _retry = error.Retry;

    /// <summary>Not null when another attempt is worth it although neither code nor status tells so.</summary>
    public override RetryableDetails Retryable => _retry;

    internal static AmazonServiceException Of(ServiceError error) => new AmazonEC2Exception(error);
}
