using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>The Lambda runtime API on loopback: hands out events in order and keeps what is posted.</summary>
internal sealed class RuntimeApi : IDisposable
{
    internal const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:remediator";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpListener _listener = new();
    private readonly Channel<(byte[] Body, Dictionary<string, string> Headers)> _events =
        Channel.CreateUnbounded<(byte[], Dictionary<string, string>)>();
    private readonly Channel<PostedAnswer> _posted = Channel.CreateUnbounded<PostedAnswer>();

    // Functions of this process share its console with the test runner: they leave it alone, and their errors are expected.
    static RuntimeApi()
    {
        Environment.SetEnvironmentVariable("AWS_LAMBDA_DOTNET_DISABLE_CONSOLE_CAPTURE", "true");
        Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL", "Critical");
    }

    internal RuntimeApi()
    {
        HostAndPort = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{HostAndPort}/");
        _listener.Start();
        _ = ServeAsync();
    }

    internal string HostAndPort { get; }

    /// <summary>What posts are answered with, by their kind; 202 as the real one unless a test says otherwise.</summary>
    internal Func<string, int> StatusOfPosts { get; set; } = _ => 202;

    internal int StatusOfNext { get; set; } = 200;

    internal void Send(string body, string requestId = "r-1", params (string Name, string Value)[] headers) =>
        Send(Encoding.UTF8.GetBytes(body), requestId, headers);

    internal void Send(byte[] body, string requestId, params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string>
        {
            ["Lambda-Runtime-Aws-Request-Id"] = requestId,
            ["Lambda-Runtime-Invoked-Function-Arn"] = Arn,
            ["Lambda-Runtime-Deadline-Ms"] = $"{DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds()}",
        };
        foreach (var (name, value) in headers)
            all[name] = value;
        Assert.True(_events.Writer.TryWrite((body, all)));
    }

    internal async Task<PostedAnswer> PostedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _posted.Reader.ReadAsync(patience.Token);
    }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private Task AnswerAsync(HttpListenerContext context) =>
        context.Request.Url!.AbsolutePath == "/2018-06-01/runtime/invocation/next" ? HandOutAsync(context) : TakeAsync(context);

    private async Task HandOutAsync(HttpListenerContext context)
    {
        var (body, headers) = StatusOfNext == 200 ? await _events.Reader.ReadAsync() : ("{}"u8.ToArray(), []);
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await RespondAsync(context.Response, StatusOfNext, body);
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var parts = context.Request.Url!.AbsolutePath["/2018-06-01/runtime/".Length..].Split('/');
        var answer = parts is ["invocation", var requestId, var kind]
            ? new PostedAnswer(kind, requestId, body.ToArray(), ErrorType(context))
            : new PostedAnswer(string.Join('/', parts), null, body.ToArray(), ErrorType(context));
        var status = StatusOfPosts(answer.Kind);
        await RespondAsync(context.Response, status, status == 202 ? """{"status":"OK"}"""u8.ToArray() : """{"errorType":"Refused"}"""u8.ToArray());
        await _posted.Writer.WriteAsync(answer);
    }

    private static string? ErrorType(HttpListenerContext context) => context.Request.Headers["Lambda-Runtime-Function-Error-Type"];

    private static async Task RespondAsync(HttpListenerResponse response, int status, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
        response.Close();
    }
}
