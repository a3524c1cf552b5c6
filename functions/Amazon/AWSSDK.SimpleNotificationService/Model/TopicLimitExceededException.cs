using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The account has as many topics as it may have.</summary>
public class TopicLimitExceededException : AmazonSimpleNotificationServiceException
{
    public TopicLimitExceededException(string message) : base(message) { }

    public TopicLimitExceededException(string message, Exception innerException) : base(message, innerException) { }

    public TopicLimitExceededException(Exception innerException) : base(innerException) { }

    public TopicLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public TopicLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal TopicLimitExceededException(ServiceError error) : base(error) { }
}
