using Remediator.Sandbox.Moto;

namespace Remediator.Sandbox;

/// <summary>
/// A local AWS: one private moto_server on loopback, gone with this process. A test that needs it begins with
/// <code>var why = await LocalAws.WhyUnavailableAsync();
/// Assert.SkipWhen(why is not null, why ?? "");
/// await using var aws = await LocalAws.StartAsync();</code>
/// </summary>
public sealed class LocalAws : IAsyncDisposable
{
    /// <summary>The account that moto plays unless the header `x-moto-account-id` or an assumed role says another.</summary>
    public const string Account = "123456789012";

    private static readonly Lazy<Task<string?>> Probe = new(() => WhyUnavailableAsync(MotoInstall.OfThisMachine));
    private readonly MotoServer _server;

    private LocalAws(MotoServer server) => _server = server;

    /// <summary>Where every AWS service answers; what AWS_ENDPOINT_URL wants.</summary>
    public Uri Endpoint => _server.Endpoint;

    /// <summary>
    /// Null when <see cref="StartAsync(CancellationToken)"/> can work on this machine, else what is missing and what to do. Tries once a
    /// process, by a real start, and installs moto when the machine has Python only.
    /// </summary>
    public static Task<string?> WhyUnavailableAsync() => Probe.Value;

    /// <exception cref="SandboxException">No moto_server can be had or started: the message says what is missing and what to do.</exception>
    public static Task<LocalAws> StartAsync(CancellationToken cancellation = default) => StartAsync(MotoInstall.OfThisMachine, cancellation);

    /// <summary>As <see cref="StartAsync(CancellationToken)"/>, with the places to look in given.</summary>
    public static async Task<LocalAws> StartAsync(MotoInstall install, CancellationToken cancellation = default)
    {
        if (install.OnPath is not { } found)
            return new(await MotoServer.StartAsync(await install.PrivateAsync(cancellation), cancellation));
        try
        {
            return new(await MotoServer.StartAsync(found, cancellation));
        }
        catch (SandboxException broken)
        {
            return new(await InsteadOfAsync(broken, install, cancellation));
        }
    }

    /// <summary>Forgets everything that was made in every account (POST /moto-api/reset).</summary>
    public async Task ResetAsync(CancellationToken cancellation = default)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(Endpoint, "/moto-api/reset"), null, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>A moto_server on the PATH may be a shim of another Python version, or lack the server's own packages.</summary>
    private static async Task<MotoServer> InsteadOfAsync(SandboxException broken, MotoInstall install, CancellationToken cancellation)
    {
        try
        {
            return await MotoServer.StartAsync(await install.PrivateAsync(cancellation), cancellation);
        }
        catch (SandboxException also)
        {
            throw new SandboxException($"{broken.Message}; and instead of it: {also.Message}", also);
        }
    }

    private static async Task<string?> WhyUnavailableAsync(MotoInstall install)
    {
        try
        {
            await using var aws = await StartAsync(install);
            return null;
        }
        catch (SandboxException problem)
        {
            return problem.Message;
        }
    }
}
