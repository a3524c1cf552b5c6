using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>EC2 on the loopback: an answer for each operation, the first for its first call, the last one for all that follow.</summary>
internal sealed class ScriptedEc2(params (string Operation, int Status, string Body)[] script) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication? _server;

    /// <summary>The operations that were called, in order.</summary>
    public IEnumerable<string> Asked => _asked;

    public string Address => _server!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async Task<ScriptedEc2> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(Answer);
        await _server.StartAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var form = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var operation = form.Split('&').Single(p => p.StartsWith("Action=", StringComparison.Ordinal))["Action=".Length..];
        var before = _asked.Count(one => one == operation);
        _asked.Enqueue(operation);
        var answers = script.Where(one => one.Operation == operation).ToList();
        var (_, status, body) = answers.Count > 0 ? answers[Math.Min(before, answers.Count - 1)] : (operation, 500, "the test has no answer to this");
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml;charset=UTF-8";
        await context.Response.WriteAsync(body);
    }
}
