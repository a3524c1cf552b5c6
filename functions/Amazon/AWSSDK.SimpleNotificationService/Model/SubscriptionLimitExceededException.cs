using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The account has as many subscriptions as it may have.</summary>
public class SubscriptionLimitExceededException : AmazonSimpleNotificationServiceException
{
    public SubscriptionLimitExceededException(string message) : base(message) { }

    public SubscriptionLimitExceededException(string message, Exception innerException) : base(message, innerException) { }

    public SubscriptionLimitExceededException(Exception innerException) : base(innerException) { }

    public SubscriptionLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public SubscriptionLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal SubscriptionLimitExceededException(ServiceError error) : base(error) { }
}
