using Remediator.Sandbox.Processes;

namespace Remediator.Sandbox.Moto;

/// <summary>
/// Where `moto_server` comes from: the PATH, else a private virtual environment that is made on first use. Test projects run side by
/// side, so making it is guarded by a lock file; a marker written last tells a finished installation from one that was broken off.
/// </summary>
/// <param name="Folder">Holds the virtual environment: `.sandbox` at the repository root.</param>
/// <param name="SearchPath">Folders as in PATH.</param>
public sealed record MotoInstall(string Folder, string? SearchPath)
{
    public const string Package = "moto[server]==5.2.1";
    private const string Advice = $"install Python 3.10 or newer with its venv module, or run `pip install '{Package}'` yourself";
    private static readonly TimeSpan PipPatience = TimeSpan.FromMinutes(10);

    public static MotoInstall OfThisMachine { get; } = new(Repository.SandboxFolder(), Environment.GetEnvironmentVariable("PATH"));

    private string Venv => Path.Combine(Folder, "venv");

    private string InVenv => Path.Combine(Venv, "bin", "moto_server");

    private string Marker => Path.Combine(Venv, "installed-" + Package);

    /// <summary>The `moto_server` of the PATH, or null.</summary>
    public string? OnPath => Processes.SearchPath.Find("moto_server", SearchPath);

    /// <summary>The path of the private `moto_server`, installed when it is not there.</summary>
    /// <exception cref="SandboxException">There is no Python, or it could not install the package: the message says which and what to do.</exception>
    public async Task<string> PrivateAsync(CancellationToken cancellation)
    {
        if (File.Exists(Marker))
            return InVenv;
        var python = Processes.SearchPath.Find("python3", SearchPath)
            ?? throw new SandboxException($"the local AWS needs moto_server: neither `moto_server` nor `python3` is on the PATH; {Advice}");
        Directory.CreateDirectory(Folder);
        await using var mine = await LockFile.TakeAsync(Path.Combine(Folder, "install.lock"), cancellation);
        if (!File.Exists(Marker))
            await InstallAsync(python, cancellation);
        return InVenv;
    }

    private async Task InstallAsync(string python, CancellationToken cancellation)
    {
        if (Directory.Exists(Venv))
            Directory.Delete(Venv, recursive: true);
        await RunAsync("make a virtual environment", python, ["-m", "venv", Venv], cancellation);
        await RunAsync($"install {Package}", Path.Combine(Venv, "bin", "python3"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", Package], cancellation);
        if (!Processes.SearchPath.IsExecutable(InVenv))
            throw new SandboxException($"pip installed {Package} but left no `{InVenv}`; {Advice}");
        await File.WriteAllTextAsync(Marker, "", cancellation);
    }

    private async Task RunAsync(string purpose, string program, string[] arguments, CancellationToken cancellation)
    {
        var said = new Tail(20);
        var call = new ProgramCall(program, [.. arguments]) { Environment = ImmutableDictionary<string, string>.Empty.Add("PATH", SearchPath ?? "") };
        await using var running = Leash.Start(call, said.Add);
        var code = await running.Exit.WaitAsync(PipPatience, cancellation);
        if (code != 0)
            throw new SandboxException($"could not {purpose} with `{program}` (exit code {code}): `{said.LastWords}`; see that pip reaches a package index, or {Advice}");
    }
}
