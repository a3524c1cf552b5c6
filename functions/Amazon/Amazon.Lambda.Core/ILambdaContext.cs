namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a handler about one invocation and about the environment it runs in.</summary>
public interface ILambdaContext
{
    /// <summary>The same for each attempt at one event.</summary>
    string AwsRequestId { get; }

    /// <summary>Never null; its members are null when the caller sent none.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    /// <summary>Never null; its members are null when no Cognito identity called.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN that was called: of the function, a version or an alias. Its fifth part is the own account.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    /// <summary>In mebibytes; 0 when Lambda did not say.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Until Lambda ends this invocation; negative once that time is over.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant, for functions with tenant isolation; otherwise null.</summary>
    string TenantId => null;

    /// <summary>The X-Ray trace header of this invocation, or null.</summary>
    string TraceId => null;

    /// <summary>The serializer that the handler was registered with, or null.</summary>
    ILambdaSerializer Serializer => null;
}
