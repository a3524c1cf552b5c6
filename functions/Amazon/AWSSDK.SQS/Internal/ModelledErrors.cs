using Amazon.Runtime;
using Amazon.Shared.Errors;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>The errors that a caller here tells apart; every other one is the service's common exception.</summary>
internal static class ModelledErrors
{
    internal static AmazonServiceException Of(ServiceError error) => error.Code switch
    {
        "QueueDoesNotExist" => new QueueDoesNotExistException(error),
        "ReceiptHandleIsInvalid" => new ReceiptHandleIsInvalidException(error),
        "RequestThrottled" => new RequestThrottledException(error),
        _ => new AmazonSQSException(error),
    };
}
