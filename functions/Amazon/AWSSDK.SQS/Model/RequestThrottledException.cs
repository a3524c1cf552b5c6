using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SQS.Model;

/// <summary>Too many calls; the SDK has tried again already.</summary>
public class RequestThrottledException : AmazonSQSException
{
    public RequestThrottledException(string message) : base(message) { }

    public RequestThrottledException(string message, Exception innerException) : base(message, innerException) { }

    public RequestThrottledException(Exception innerException) : base(innerException) { }

    public RequestThrottledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public RequestThrottledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal RequestThrottledException(ServiceError error) : base(error) { }
}
