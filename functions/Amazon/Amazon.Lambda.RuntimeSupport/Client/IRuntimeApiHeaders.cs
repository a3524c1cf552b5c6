namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What each line of the log may say about its invocation.</summary>
public interface IRuntimeApiHeaders
{
    string AwsRequestId { get; }
    string TenantId { get; }
    string TraceId { get; }
}
