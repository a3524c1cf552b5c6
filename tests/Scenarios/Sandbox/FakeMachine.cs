using Remediator.Sandbox.Moto;

namespace Remediator.Scenarios.Sandbox;

/// <summary>A PATH of made-up programs, each a shell script, and a folder for what is installed.</summary>
internal sealed class FakeMachine : IDisposable
{
    /// <summary>Stands for moto_server: says where it listens, and stays until it is ended.</summary>
    public const string Server = "echo ' * Running on http://127.0.0.1:9/'\nexec /bin/sleep 300";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remediator-machine-");

    public FakeMachine(params (string Name, string Script)[] programs)
    {
        Directory.CreateDirectory(Programs);
        foreach (var (name, script) in programs)
            Write(Path.Combine(Programs, name), script);
    }

    public MotoInstall Install => new(Path.Combine(_folder.FullName, ".sandbox"), Programs);

    /// <summary>The lines that the made-up programs wrote down, in order.</summary>
    public string[] Diary => File.Exists(DiaryFile) ? File.ReadAllLines(DiaryFile) : [];

    private string Programs => Path.Combine(_folder.FullName, "programs");

    private string DiaryFile => Path.Combine(_folder.FullName, "diary");

    /// <summary>
    /// A python3 that makes "virtual environments" holding a copy of itself, and whose pip "installs" <see cref="Server"/> after
    /// running <paramref name="pip"/>. Uses nothing but sh and the programs in /bin, by full path: the PATH is made up.
    /// </summary>
    public static string Python(string pip = ":", string venv = ":") => $"""
        echo "$@" >> "$(/usr/bin/dirname "$0" | /bin/sed 's,/programs.*,,; s,/[.]sandbox.*,,')/diary"
        case "$2" in
        venv) {venv}; /bin/mkdir -p "$3/bin" && /bin/cp "$0" "$3/bin/python3";;
        pip) {pip}; server="$(/usr/bin/dirname "$0")/moto_server"
          printf '#!/bin/sh\n%s\n' "{Server}" > "$server"; /bin/chmod +x "$server";;
        esac
        """;

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Write(string file, string script)
    {
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
