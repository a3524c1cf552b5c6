using System.Net;
using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Initializes, then takes one event after the other until it is cancelled or told to end (SIGTERM).
/// What a handler throws is reported for that event; the loop goes on.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private const string RunOnceVariable = "AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE";

    private readonly LambdaBootstrapHandler _handler;
    private readonly HandlerWrapper _wrapper;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly RuntimeApiClient _client;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, null, initializer)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper?.Handler, handlerWrapper, null, initializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper?.Handler, handlerWrapper, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper?.Handler, handlerWrapper, lambdaBootstrapOptions, initializer)
    {
    }

    private LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        HandlerWrapper wrapper,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer)
    {
        _handler = handler ?? throw new ArgumentNullException(nameof(handler));
        _wrapper = wrapper;
        _initializer = initializer;
        _ownsHttpClient = httpClient == null;
        _httpClient = httpClient ?? ConstructHttpClient();
        // INVARIANT: waiting for an event never times out; Lambda freezes the process meanwhile.
        _httpClient.Timeout = Timeout.InfiniteTimeSpan;
        _client = new RuntimeApiClient(_httpClient, options?.RuntimeApiEndpoint);
    }

    /// <summary>
    /// A client for the runtime API: plain HTTP to this machine, so that nothing is looked up or set up that only other hosts need.
    /// </summary>
    public static HttpClient ConstructHttpClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>Ends without an exception when it is cancelled, when SIGTERM comes, or when the initializer says no.</summary>
    /// <exception cref="RuntimeApiClientException">the runtime API cannot be reached or is broken</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            // The invocation at hand is finished; Main then returns in the ordinary way.
            context.Cancel = true;
            ending.Cancel();
        });
        if (_initializer != null && !await InitializeAsync().ConfigureAwait(false))
            return;
        var once = string.Equals(Environment.GetEnvironmentVariable(RunOnceVariable), "true", StringComparison.OrdinalIgnoreCase);
        try
        {
            do
                await InvokeOnceAsync(ending.Token).ConfigureAwait(false);
            while (!once && !ending.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
            _httpClient.Dispose();
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Written first: should the report fail too, the log still says why.
            _client.ConsoleLogger.FormattedWriteLine("Critical", exception, "the function could not start");
            await _client.ReportInitializationErrorAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _client.GetNextInvocationAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.LambdaContext is LambdaContext context)
            context.Serializer = _wrapper?.Serializer;
        var requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = await _handler(invocation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _client.ConsoleLogger.FormattedWriteLine("Error", exception, "the handler failed");
            // An event that was taken is always answered, also when the loop has been told to end.
            var report = _client.ReportInvocationErrorAsync(requestId, exception, CancellationToken.None);
            await ToleratingRefusalAsync(report).ConfigureAwait(false);
            return;
        }
        await AnswerAsync(requestId, response).ConfigureAwait(false);
    }

    private async Task AnswerAsync(string requestId, InvocationResponse response)
    {
        try
        {
            await ToleratingRefusalAsync(_client.SendResponseAsync(requestId, response?.OutputStream)).ConfigureAwait(false);
        }
        finally
        {
            if (response is { DisposeOutputStream: true, OutputStream: { } stream })
                await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A 4xx (an answer over 6 MB, an invocation that has timed out) concerns this one event, so that the loop goes on.</summary>
    private async Task ToleratingRefusalAsync(Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (RuntimeApiClientException exception) when (exception.StatusCode is >= 400 and < 500)
        {
            _client.ConsoleLogger.FormattedWriteLine("Error", exception.Message);
        }
    }
}
