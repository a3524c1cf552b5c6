using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Remediator.Sandbox.Http;

/// <summary>A web server on 127.0.0.1 that hands every request to one function.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application, Uri endpoint)
    {
        _application = application;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <param name="port">0: any free port.</param>
    /// <exception cref="SandboxException">The port is taken.</exception>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, int port, CancellationToken cancellation)
    {
        // Empty options: neither the command line nor ASPNETCORE_URLS has a say in where this listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, answer));
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException problem)
        {
            await application.DisposeAsync();
            throw new SandboxException($"cannot listen on 127.0.0.1:{port}: {problem.Message}; end what listens there, or choose another port with `--port`", problem);
        }
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new(application, new Uri(addresses.Addresses.First()));
    }

    /// <summary>A defect of the Sandbox is not to look like an outage of AWS: it names itself.</summary>
    private static async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        try
        {
            await answer(context);
        }
        catch (Exception problem) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync($"the sandbox itself failed at {context.Request.Method} {context.Request.Path}: {problem}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>Signals belong to the program (or the test runner) that this server lives in.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
