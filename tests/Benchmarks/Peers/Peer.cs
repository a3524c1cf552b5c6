using System.Reflection;
using System.Runtime.InteropServices;
using Remediator.Sandbox;

namespace Remediator.Benchmarks.Peers;

/// <summary>A published program that speaks the Lambda runtime API.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Folder">Where the build put its `bootstrap`.</param>
internal sealed record Peer(string Name, string Folder)
{
    public const string SecretKey = "benchmark";
    public const string FunctionArn = $"arn:aws:lambda:{SandboxAccount.Region}:{SandboxAccount.Account}:function:{PublishedFunction.Name}";
    private const string TopicArn = $"arn:aws:sns:{SandboxAccount.Region}:{SandboxAccount.Account}:remediator-notices";

    public static Peer Function { get; } = new("function", PublishedFunction.Folder);

    /// <summary>The same, with its ledger in a table.</summary>
    public static Peer Recording { get; } = Function with { Name = "function with a table", LedgerTable = "remediator" };

    /// <summary>A bare process that sends the same signed calls.</summary>
    public static Peer Floor { get; } = new("floor", typeof(Peer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "FloorFolder").Value!);

    /// <summary>The calls that the floor sends after Revoke, as it reads them; empty: none.</summary>
    public string Telling { get; init; } = "";

    public string LedgerTable { get; init; } = "memory";

    public string Program => Path.Combine(Folder, "bootstrap");

    /// <exception cref="BenchmarkException">The build did not publish it.</exception>
    public void MustBeThere()
    {
        if (!File.Exists(Program))
            throw new BenchmarkException($"the published {Name} is missing: no `{Program}`; run this in Release, with `dotnet run -c Release --project tests/Benchmarks`");
    }

    /// <summary>What Lambda and template.yaml would set, and nothing of this process.</summary>
    public IEnumerable<(string Name, string Value)> Environment(string runtimeApi, Uri aws) =>
    [
        ("AWS_LAMBDA_RUNTIME_API", runtimeApi),
        ("AWS_LAMBDA_FUNCTION_NAME", PublishedFunction.Name),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        ("AWS_REGION", SandboxAccount.Region),
        ("AWS_ACCESS_KEY_ID", "ASIABENCHMARK0000000"),
        ("AWS_SECRET_ACCESS_KEY", SecretKey),
        ("AWS_SESSION_TOKEN", "benchmark"),
        ("AWS_ENDPOINT_URL", aws.GetLeftPart(UriPartial.Authority)),
        ("REMEDIATOR_POLICY", new SandboxOptions().Policy),
        ("REMEDIATOR_MODE", "enforce"),
        ("REMEDIATOR_TOPIC_ARN", TopicArn),
        ("REMEDIATOR_SECURITY_HUB", "on"),
        ("REMEDIATOR_LEDGER_TABLE", LedgerTable),
        ("FLOOR_TELLING", Telling),
        // The machine's own: where .NET is, and nothing left in /tmp by a killed process.
        ("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."))),
        ("DOTNET_EnableDiagnostics", "0"),
        ("PATH", "/usr/local/bin:/usr/bin:/bin"),
    ];
}
