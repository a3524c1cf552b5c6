using System.Diagnostics;
using System.Globalization;
using Remediator.Sandbox.Http;

namespace Remediator.Sandbox.Lambda;

/// <summary>
/// The Lambda runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) for one function process: `next` waits for an
/// event, `response` and `error` end it with 202 and a JSON body, which the official client insists on.
/// </summary>
public sealed class LambdaRuntimeApi : IAsyncDisposable
{
    private const string Prefix = "/2018-06-01/runtime/";
    private readonly AsyncInvocations _invocations;
    private readonly string _functionArn;
    private readonly TimeSpan _timeout;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private (Delivery Delivery, long Since)? _current;
    private LoopbackServer? _server;

    private LambdaRuntimeApi(AsyncInvocations invocations, string functionArn, TimeSpan timeout)
    {
        _invocations = invocations;
        _functionArn = functionArn;
        _timeout = timeout;
    }

    /// <summary>What AWS_LAMBDA_RUNTIME_API wants: host and port.</summary>
    public string Address => _server!.Endpoint.Authority;

    /// <summary>Completes when the function asks for its first event; fails when there never will be one.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completes anew with each attempt that is not answered in time; the process is then to be ended, as Lambda does.</summary>
    internal Action Overdue { get; set; } = () => { };

    /// <summary>The event that the process is at work on; null while it waits for one.</summary>
    internal Delivery? Current
    {
        get
        {
            lock (_lock)
                return _current?.Delivery;
        }
    }

    /// <param name="timeout">From handing out an event to its deadline.</param>
    public static async Task<LambdaRuntimeApi> StartAsync(AsyncInvocations invocations, string functionArn, TimeSpan timeout, CancellationToken cancellation = default)
    {
        var api = new LambdaRuntimeApi(invocations, functionArn, timeout);
        api._server = await LoopbackServer.StartAsync(api.AnswerAsync, 0, cancellation);
        return api;
    }

    /// <summary>The process is gone: the event it held failed.</summary>
    internal void FunctionEnded(string why) => EndCurrent(null, false, why);

    internal void NeverReady(SandboxException problem)
    {
        _ready.TrySetException(problem);
        _invocations.Abandon(problem.Message);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context) => (context.Request.Method, Parts(context.Request.Path)) switch
    {
        ("GET", ["invocation", "next"]) => NextAsync(context),
        ("POST", ["invocation", var id, "response"]) => EndAsync(context, id, true),
        ("POST", ["invocation", var id, "error"]) => EndAsync(context, id, false),
        ("POST", ["init", "error"]) => InitErrorAsync(context),
        _ => RefuseAsync(context, StatusCodes.Status404NotFound, "no such operation of the runtime API"),
    };

    private static string[] Parts(string? path) =>
        path is not null && path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..].Split('/') : [];

    private async Task NextAsync(HttpContext context)
    {
        _ready.TrySetResult();
        var delivery = await _invocations.NextAsync(context.RequestAborted);
        if (context.RequestAborted.IsCancellationRequested)
        {
            _invocations.PutInLine(delivery);
            return;
        }
        lock (_lock)
            _current = (delivery, Stopwatch.GetTimestamp());
        _ = WatchAsync(delivery);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = delivery.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = (DateTimeOffset.UtcNow + _timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = _functionArn;
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{Guid.NewGuid():N}"[..40] + ";Sampled=0";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(delivery.Payload);
    }

    private async Task EndAsync(HttpContext context, string id, bool succeeded)
    {
        using var reader = new StreamReader(context.Request.Body);
        var said = await reader.ReadToEndAsync(context.RequestAborted);
        if (EndCurrent(id, succeeded, said))
            await AcceptAsync(context);
        else
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "no such invocation is open");
    }

    private async Task InitErrorAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var said = ErrorWords.Of(await reader.ReadToEndAsync(context.RequestAborted));
        await AcceptAsync(context);
        NeverReady(new SandboxException($"the function could not start: `{said}`"));
    }

    private bool EndCurrent(string? id, bool succeeded, string said)
    {
        (Delivery Delivery, long Since) ended;
        lock (_lock)
        {
            if (_current is not { } current || id is not null && current.Delivery.RequestId != id)
                return false;
            ended = current;
            _current = null;
        }
        _invocations.Finish(ended.Delivery, new Attempt(succeeded, said, ended.Since, Stopwatch.GetElapsedTime(ended.Since)));
        return true;
    }

    private async Task WatchAsync(Delivery delivery)
    {
        var attempts = delivery.Attempts.Length;
        await Task.Delay(_timeout);
        if (delivery.Attempts.Length == attempts && EndCurrent(delivery.RequestId, false, $"the function did not answer within {_timeout.TotalSeconds} s"))
            Overdue();
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"OK"}""");
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"errorType":"InvalidRequest","errorMessage":"{{why}}"}""");
    }
}
