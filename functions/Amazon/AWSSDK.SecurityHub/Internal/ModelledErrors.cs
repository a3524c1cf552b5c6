using Amazon.Runtime;
using Amazon.SecurityHub.Model;
using Amazon.Shared.Errors;

namespace Amazon.SecurityHub.Internal;

/// <summary>The errors that the service model names for the operations here; each of them names the same ones.</summary>
internal static class ModelledErrors
{
    internal static AmazonServiceException Of(ServiceError error) => error.Code switch
    {
        "InternalException" => new InternalException(error),
        "InvalidAccessException" => new InvalidAccessException(error),
        "InvalidInputException" => new InvalidInputException(error),
        "LimitExceededException" => new LimitExceededException(error),
        _ => new AmazonSecurityHubException(error),
    };
}
