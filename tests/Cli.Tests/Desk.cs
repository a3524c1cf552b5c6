using System.Text;

namespace Remediator.Cli.Tests;

/// <summary>A folder of its own for each test, and the whole program to run in it.</summary>
public sealed class Desk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remediator-cli-").FullName;

    /// <summary>What standard input holds.</summary>
    public string Input { get; set; } = "";

    public bool Colours { get; set; }

    public int? Width { get; set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>The folder's own path does not appear in the answer, so that answers can be compared with expected texts.</summary>
    internal Answer Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new Surroundings(output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(Input)), new FixedClock(Now)) { Colours = Colours, Width = Width };
        var exit = CommandLine.Run(arguments, world);
        return new(exit, Short(output.ToString()), Short(error.ToString()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Short(string text) => text.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
