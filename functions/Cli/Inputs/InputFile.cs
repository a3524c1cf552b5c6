using Remediator.Diagnostics;

namespace Remediator.Cli.Inputs;

/// <summary>Reads one input whole: a file, or standard input for <c>-</c>.</summary>
/// <param name="Name">As people should see it.</param>
internal sealed record InputFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    public const string StandardInput = "-";

    /// <summary>Bytes of the largest file that is read: an answer for some hundred thousand rules.</summary>
    public const int Largest = 256 * 1024 * 1024;

    /// <summary>Null, with the problem, when it cannot be read.</summary>
    public static InputFile? Read(string path, Surroundings world, out Problem? problem)
    {
        var name = path == StandardInput ? "standard input" : path;
        problem = null;
        try
        {
            using var stream = path == StandardInput ? world.OpenInput() : File.OpenRead(path);
            if (ReadAll(stream) is { } bytes) return new(name, bytes);
            problem = Problem.Error(name, "more than 256 MiB", "split it, by region or by group ids, and run once for each part");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = Directory.Exists(path)
                ? Problem.Error(name, "this is a folder, and a file is expected", "name the file in it")
                : Problem.Error(name, Reason(e), Help(e));
        }

        return null;
    }

    private static ReadOnlyMemory<byte>? ReadAll(Stream stream)
    {
        using var all = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, Largest) : 64 * 1024);
        var part = new byte[64 * 1024];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            if (all.Length + read > Largest) return null;
            all.Write(part.AsSpan(0, read));
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException or ArgumentException => "there is no such file",
        UnauthorizedAccessException => "this user may not read it",
        _ => $"it cannot be read: {UserText.Quote(e.Message)}",
    };

    private static string Help(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException or ArgumentException => "check the path; it counts from the folder that the command was started in, and `-` is standard input",
        UnauthorizedAccessException => "name a file that this user may read",
        _ => "name a file that can be read, or `-` for standard input",
    };
}
