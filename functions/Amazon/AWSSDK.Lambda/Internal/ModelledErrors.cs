using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Shared.Errors;

namespace Amazon.Lambda.Internal;

/// <summary>The errors that a caller here tells apart; every other one is the service's common exception.</summary>
internal static class ModelledErrors
{
    internal static AmazonServiceException Of(ServiceError error) => error.Code switch
    {
        "RequestTooLargeException" => new RequestTooLargeException(error),
        "ResourceNotFoundException" => new ResourceNotFoundException(error),
        "TooManyRequestsException" => new TooManyRequestsException(error),
        _ => new AmazonLambdaException(error),
    };
}
