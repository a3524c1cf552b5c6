using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic would have more than 50 tags.</summary>
public class TagLimitExceededException : AmazonSimpleNotificationServiceException
{
    public TagLimitExceededException(string message) : base(message) { }

    public TagLimitExceededException(string message, Exception innerException) : base(message, innerException) { }

    public TagLimitExceededException(Exception innerException) : base(innerException) { }

    public TagLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public TagLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal TagLimitExceededException(ServiceError error) : base(error) { }
}
