using Amazon.Runtime;

namespace Amazon.Shared.Errors;

/// <summary>
/// A service's own exception type for an error; never null.
/// INVARIANT: the exception's Retryable (a virtual member of AmazonServiceException) answers <see cref="ServiceError.Retry"/>, for that is what
/// the SDK's retry asks.
/// </summary>
internal delegate AmazonServiceException ErrorMapping(ServiceError error);
