using System.Reflection;
using System.Runtime.InteropServices;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Processes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox;

/// <summary>The functions as this build published them, and the environment that Lambda and template.yaml would give them.</summary>
public static class PublishedFunction
{
    /// <summary>Handles one CloudTrail event.</summary>
    public const string Name = "OnSecurityGroupChange";

    /// <summary>Runs every few minutes.</summary>
    public const string Schedule = "OnSchedule";

    /// <summary>Handles one GuardDuty finding.</summary>
    public const string Findings = "OnGuardDutyFinding";

    /// <summary>Where the build put <see cref="Name"/>.</summary>
    public static string Folder => FolderOf(Name);

    /// <summary>Where the build put a function.</summary>
    public static string FolderOf(string name) => Path.Combine(AllFunctions, name);

    private static string AllFunctions { get; } = typeof(PublishedFunction).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "FunctionsFolder").Value!;

    /// <param name="name">The function's.</param>
    /// <param name="caller">Whose credentials its process has.</param>
    /// <param name="runtimeApi">Where it asks for events: host and port.</param>
    /// <exception cref="SandboxException">There is no `bootstrap` in the folder.</exception>
    internal static ProgramCall Call(string name, SandboxOptions options, SandboxPlaces places, Caller caller, string runtimeApi)
    {
        var folder = name == Name ? options.Function : FolderOf(name);
        var bootstrap = Path.Combine(folder, "bootstrap");
        if (!SearchPath.IsExecutable(bootstrap))
            throw new SandboxException($"the published function is missing: no `{bootstrap}`; build functions/Sandbox again");
        var environment = Environment(name, options, places, caller, runtimeApi).SetItems(options.FunctionEnvironment);
        return new(bootstrap, [])
        {
            Folder = folder,
            OnlyThisEnvironment = true,
            Environment = environment.RemoveRange(environment.Where(one => one.Value.Length == 0).Select(one => one.Key)),
        };
    }

    private static ImmutableDictionary<string, string> Environment(string name, SandboxOptions options, SandboxPlaces places, Caller caller, string runtimeApi) => Environment(places, caller).SetItems(new Dictionary<string, string>
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = name,
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
        ["REMEDIATOR_POLICY"] = Path.GetFullPath(options.Policy),
        ["REMEDIATOR_MODE"] = "enforce",
        ["REMEDIATOR_TOPIC_ARN"] = places.TopicArn,
        ["REMEDIATOR_SECURITY_HUB"] = "on",
        ["REMEDIATOR_LEDGER_TABLE"] = options.LedgerInMemory ? "memory" : LedgerTable.Name,
    });

    /// <summary>Somebody's credentials and the way to AWS, for any program of ours.</summary>
    internal static ImmutableDictionary<string, string> Environment(SandboxPlaces places, Caller caller) => new Dictionary<string, string>
    {
        ["AWS_REGION"] = places.Region,
        ["AWS_ACCESS_KEY_ID"] = caller.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = caller.SecretKey,
        ["AWS_SESSION_TOKEN"] = "sandbox",
        ["AWS_ENDPOINT_URL"] = places.Endpoint.GetLeftPart(UriPartial.Authority),
        // The machine's own: where .NET is, where sh finds its tools, and nothing left in /tmp by a killed process.
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")),
        ["DOTNET_EnableDiagnostics"] = "0",
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
    }.ToImmutableDictionary();
}
