using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Remediator.Benchmarks.Wire;

namespace Remediator.Benchmarks.Peers;

/// <summary>The Lambda runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) as one process needs it, with the
/// times at which an event was handed out and its response came in.</summary>
internal sealed class RuntimeApi : IDisposable
{
    private const string Prefix = "/2018-06-01/runtime/";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly WireAnswer Accepted = new(202, "application/json", """{"status":"OK"}""");
    private readonly BlockingCollection<string> _events = [];
    private readonly BlockingCollection<Answered> _answers = [];
    private readonly SemaphoreSlim _asked = new(0);
    private readonly CancellationTokenSource _ending = new();
    private readonly WireServer _server;
    private long _handedOutAt;

    public RuntimeApi() => _server = new(Answer);

    public string Address => _server.Address;

    public void Offer(string payload) => _events.Add(payload);

    /// <summary>Waits until the process asks for an event; each question is awaited once.</summary>
    public bool AwaitAsked(TimeSpan patience) => _asked.Wait(patience);

    /// <summary>Waits for the response to the event handed out last; null when it takes too long.</summary>
    public Answered? AwaitAnswer(TimeSpan patience) => _answers.TryTake(out var answered, patience) ? answered : null;

    public void Dispose()
    {
        _ending.Cancel();
        _server.Dispose();
    }

    private WireAnswer? Answer(WireRequest request)
    {
        if (request is { Method: "GET", Path: Prefix + "invocation/next" }) return Next();
        var succeeded = request.Path.EndsWith("/response", StringComparison.Ordinal);
        _answers.Add(new(_handedOutAt, request.FirstByteAt, succeeded ? null : Encoding.UTF8.GetString(request.Body)));
        return Accepted;
    }

    private WireAnswer? Next()
    {
        _asked.Release();
        try
        {
            var payload = _events.Take(_ending.Token);
            var deadline = (DateTimeOffset.UtcNow + Timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            _handedOutAt = Stopwatch.GetTimestamp();
            return new(200, "application/json", payload, $"Lambda-Runtime-Aws-Request-Id: {Guid.NewGuid()}\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\nLambda-Runtime-Invoked-Function-Arn: {Peer.FunctionArn}\r\n");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
