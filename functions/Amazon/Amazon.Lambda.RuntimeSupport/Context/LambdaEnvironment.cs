using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda says in environment variables; source: docs.aws.amazon.com/lambda, "Defined runtime environment variables".</summary>
[SuppressMessage("Performance", "CA1822", Justification = "the official members belong to an instance")]
public class LambdaEnvironment
{
    private const string TraceIdVariable = "_X_AMZN_TRACE_ID";

    public string ExecutionEnvironment => Environment.GetEnvironmentVariable("AWS_EXECUTION_ENV");

    /// <summary>In mebibytes.</summary>
    public string FunctionMemorySize { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");

    public string FunctionName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");

    public string Handler { get; } = Environment.GetEnvironmentVariable("_HANDLER");

    public string LogGroupName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    public string RuntimeServerHostAndPort { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");

    public string XAmznTraceId => Environment.GetEnvironmentVariable(TraceIdVariable);

    /// <summary>AWS clients read the variable for each call, so that it must be that of the present invocation, or absent.</summary>
    internal static void SetTraceId(string traceId) => Environment.SetEnvironmentVariable(TraceIdVariable, traceId);
}
