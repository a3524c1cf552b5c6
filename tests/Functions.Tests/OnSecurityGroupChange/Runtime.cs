using System.Runtime.InteropServices;
using Remediator.Sandbox;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Processes;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>The function as it was published, as a process under a Lambda runtime API on the loopback. No AWS can be reached from it.</summary>
internal sealed class Runtime : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AsyncInvocations _invocations;
    private readonly Journal<string> _lines = new("line of the function");
    private readonly LambdaRuntimeApi _api;
    private readonly Leash _process;

    private Runtime(AsyncInvocations invocations, LambdaRuntimeApi api, ImmutableDictionary<string, string> environment)
    {
        (_invocations, _api) = (invocations, api);
        var call = new ProgramCall(Path.Combine(PublishedFunction.Folder, "bootstrap"), []) { Folder = PublishedFunction.Folder, OnlyThisEnvironment = true, Environment = environment };
        _process = Leash.Start(call, _lines.Add);
    }

    public IEnumerable<string> Lines => _lines.All;

    /// <summary>Completes when the function asks for its first event.</summary>
    public Task Ready => _api.Ready.WaitAsync(Patience);

    public Task<int> Exit => _process.Exit.WaitAsync(Patience);

    public static async Task<Runtime> Start(params (string Name, string Value)[] environment)
    {
        var invocations = new AsyncInvocations([]);
        var api = await LambdaRuntimeApi.StartAsync(invocations, FakeContext.Arn, Patience);
        return new(invocations, api, Variables(api.Address).SetItems(environment.Select(v => KeyValuePair.Create(v.Name, v.Value))));
    }

    public Task<Attempt> Invoke(string payload) => _invocations.Send(payload).Ended.WaitAsync(Patience);

    /// <summary>The first line, of those there are or of those to come, that has this text.</summary>
    public Task<string> Line(string text) => _lines.FirstAsync(line => line.Contains(text, StringComparison.Ordinal), Patience);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _api.DisposeAsync();
        _invocations.Dispose();
    }

    private static ImmutableDictionary<string, string> Variables(string api) => new Dictionary<string, string>
    {
        ["AWS_LAMBDA_RUNTIME_API"] = api,
        ["AWS_LAMBDA_FUNCTION_NAME"] = "OnSecurityGroupChange",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        // Port 1 of the loopback: nothing listens there, and a call fails at once.
        ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1",
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")),
        ["DOTNET_EnableDiagnostics"] = "0",
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
    }.ToImmutableDictionary();
}
