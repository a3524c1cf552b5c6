using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class CognitoIdentity : ICognitoIdentity
{
    public string IdentityId { get; init; }
    public string IdentityPoolId { get; init; }
}
