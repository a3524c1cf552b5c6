using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SQS.Model;

/// <summary>There is no queue at this URL.</summary>
public class QueueDoesNotExistException : AmazonSQSException
{
    public QueueDoesNotExistException(string message) : base(message) { }

    public QueueDoesNotExistException(string message, Exception innerException) : base(message, innerException) { }

    public QueueDoesNotExistException(Exception innerException) : base(innerException) { }

    public QueueDoesNotExistException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public QueueDoesNotExistException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal QueueDoesNotExistException(ServiceError error) : base(error) { }
}
