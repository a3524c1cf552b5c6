using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The Lambda runtime API over HTTP; source: docs.aws.amazon.com/lambda, "Using the Lambda runtime API for custom runtimes".
/// </summary>
public class RuntimeApiClient : IRuntimeApiClient
{
    private readonly LambdaEnvironment _environment = new();
    private readonly RuntimeApiCaller _caller;
    private readonly LambdaConsoleLogger _logger;

    /// <param name="httpClient">Its timeout must allow for a wait of hours: Lambda freezes the process while it waits for the next event.</param>
    /// <exception cref="InvalidOperationException">AWS_LAMBDA_RUNTIME_API is not set</exception>
    public RuntimeApiClient(HttpClient httpClient) : this(httpClient, null)
    {
    }

    internal RuntimeApiClient(HttpClient httpClient, string endpoint)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        if (string.IsNullOrEmpty(endpoint))
            endpoint = _environment.RuntimeServerHostAndPort;
        if (string.IsNullOrEmpty(endpoint))
            throw new InvalidOperationException(
                "environment variable `AWS_LAMBDA_RUNTIME_API` is not set, expected host:port of the Lambda runtime API; "
                + "start this program in AWS Lambda, in the Lambda test tool or in an emulator");
        _caller = new RuntimeApiCaller(httpClient, endpoint);
        var writer = LogLevelLoggerWriter.OfProcess();
        ConsoleLogger = writer;
        _logger = new LambdaConsoleLogger(writer);
    }

    public IConsoleLoggerWriter ConsoleLogger { get; }

    public async Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default)
    {
        using var response = await _caller.GetNextAsync(cancellationToken).ConfigureAwait(false);
        var headers = new RuntimeApiHeaders(response.Headers);
        if (string.IsNullOrEmpty(headers.AwsRequestId))
            throw new RuntimeApiClientException(
                "the Lambda runtime API sent an event without header `Lambda-Runtime-Aws-Request-Id`, so that it cannot be answered", 200, "", [], null);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        LambdaEnvironment.SetTraceId(headers.TraceId);
        ConsoleLogger.SetRuntimeHeaders(headers);
        // Visible, so that a serializer can read the bytes where they are.
        var input = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        return new InvocationRequest(input, new LambdaContext(headers, _environment, _logger));
    }

    public Task ReportInitializationErrorAsync(Exception exception, string errorType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return PostErrorAsync("init/error", ErrorReport.Write(exception), errorType ?? exception.GetType().Name, cancellationToken);
    }

    public Task ReportInitializationErrorAsync(string errorType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(errorType);
        return PostErrorAsync("init/error", ErrorReport.Write(errorType), errorType, cancellationToken);
    }

    public Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(awsRequestId);
        ArgumentNullException.ThrowIfNull(exception);
        return PostErrorAsync($"invocation/{awsRequestId}/error", ErrorReport.Write(exception), exception.GetType().Name, cancellationToken);
    }

    public async Task SendResponseAsync(string awsRequestId, Stream outputStream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(awsRequestId);
        using var content = new OpenStreamContent(outputStream ?? Stream.Null);
        await _caller.PostAsync($"invocation/{awsRequestId}/response", content, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task PostErrorAsync(string path, ReadOnlyMemory<byte> report, string errorType, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(report);
        await _caller.PostAsync(path, content, errorType, cancellationToken).ConfigureAwait(false);
    }
}
