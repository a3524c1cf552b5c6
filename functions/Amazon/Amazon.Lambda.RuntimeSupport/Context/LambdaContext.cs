using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation, as its headers and the environment tell it.</summary>
internal sealed class LambdaContext(RuntimeApiHeaders headers, LambdaEnvironment environment, ILambdaLogger logger) : ILambdaContext
{
    private IClientContext _clientContext;
    private ICognitoIdentity _identity;

    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => _clientContext ??= ClientContextJson.ReadClientContext(headers.ClientContextJson);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => _identity ??= ClientContextJson.ReadIdentity(headers.CognitoIdentityJson);

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB =>
        int.TryParse(environment.FunctionMemorySize, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) ? mebibytes : 0;

    /// <summary>Without a readable deadline no time is left: a handler that asks must not believe that it has some.</summary>
    public TimeSpan RemainingTime => headers.Deadline is { } deadline ? deadline - DateTimeOffset.UtcNow : TimeSpan.Zero;

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;

    public ILambdaSerializer Serializer { get; internal set; }
}
