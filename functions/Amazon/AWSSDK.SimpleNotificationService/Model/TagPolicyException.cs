using System.Net;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The tags break the organisation's tag policy.</summary>
public class TagPolicyException : AmazonSimpleNotificationServiceException
{
    public TagPolicyException(string message) : base(message) { }

    public TagPolicyException(string message, Exception innerException) : base(message, innerException) { }

    public TagPolicyException(Exception innerException) : base(innerException) { }

    public TagPolicyException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public TagPolicyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    internal TagPolicyException(ServiceError error) : base(error) { }
}
