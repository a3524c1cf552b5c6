using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The headers of one answer to "next"; source: docs.aws.amazon.com/lambda, "Using the Lambda runtime API for custom runtimes".</summary>
internal sealed class RuntimeApiHeaders(HttpResponseHeaders headers) : IRuntimeApiHeaders
{
    public string AwsRequestId { get; } = Read(headers, "Lambda-Runtime-Aws-Request-Id");

    public string InvokedFunctionArn { get; } = Read(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string TraceId { get; } = Read(headers, "Lambda-Runtime-Trace-Id");

    public string TenantId { get; } = Read(headers, "Lambda-Runtime-Aws-Tenant-Id");

    public string ClientContextJson { get; } = Read(headers, "Lambda-Runtime-Client-Context");

    public string CognitoIdentityJson { get; } = Read(headers, "Lambda-Runtime-Cognito-Identity");

    /// <summary>When the invocation is ended; null when the header is absent or no number of milliseconds.</summary>
    public DateTimeOffset? Deadline { get; } = ReadTime(headers, "Lambda-Runtime-Deadline-Ms");

    private static string Read(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
            return null;
        foreach (var value in values)
            return value;
        return null;
    }

    private static DateTimeOffset? ReadTime(HttpResponseHeaders headers, string name)
    {
        var readable = long.TryParse(Read(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return readable ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
