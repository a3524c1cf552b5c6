using System.Reflection;
using System.Runtime.InteropServices;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Processes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox;

/// <summary>OnSecurityGroupChange as this build published it, and the environment that Lambda and template.yaml would give it.</summary>
public static class PublishedFunction
{
    public const string Name = "OnSecurityGroupChange";

    /// <summary>Where the build put it.</summary>
    public static string Folder { get; } = typeof(PublishedFunction).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "FunctionFolder").Value!;

    /// <exception cref="SandboxException">There is no `bootstrap` in the folder.</exception>
    internal static ProgramCall Call(SandboxOptions options, SandboxPlaces places, LambdaRuntimeApi api)
    {
        var bootstrap = Path.Combine(options.Function, "bootstrap");
        if (!SearchPath.IsExecutable(bootstrap))
            throw new SandboxException($"the published function is missing: no `{bootstrap}`; build functions/Sandbox again");
        var environment = Environment(options, places, api.Address).SetItems(options.FunctionEnvironment);
        return new(bootstrap, [])
        {
            Folder = options.Function,
            OnlyThisEnvironment = true,
            Environment = environment.RemoveRange(environment.Where(one => one.Value.Length == 0).Select(one => one.Key)),
        };
    }

    private static ImmutableDictionary<string, string> Environment(SandboxOptions options, SandboxPlaces places, string runtimeApi) => new Dictionary<string, string>
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = Name,
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
        ["AWS_REGION"] = places.Region,
        ["AWS_ACCESS_KEY_ID"] = Caller.Remediator(places.Account).AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = Caller.Remediator(places.Account).SecretKey,
        ["AWS_SESSION_TOKEN"] = "sandbox",
        ["AWS_ENDPOINT_URL"] = places.Endpoint.GetLeftPart(UriPartial.Authority),
        ["REMEDIATOR_POLICY"] = Path.GetFullPath(options.Policy),
        ["REMEDIATOR_MODE"] = "enforce",
        ["REMEDIATOR_TOPIC_ARN"] = places.TopicArn,
        ["REMEDIATOR_SECURITY_HUB"] = "on",
        ["REMEDIATOR_LEDGER_TABLE"] = "memory",
        // The machine's own: where .NET is, where sh finds its tools, and nothing left in /tmp by a killed process.
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")),
        ["DOTNET_EnableDiagnostics"] = "0",
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
    }.ToImmutableDictionary();
}
