using System.Text;
using Remediator.Policies;

namespace Remediator.Cli.Inputs;

/// <summary>A policy file as it was read.</summary>
/// <param name="Text">For showing its lines; bytes that are no text are question marks there.</param>
internal sealed record PolicyFile(string Name, string Text, PolicyReading Reading)
{
    public Policy? Policy => Reading.Policy;

    public ImmutableArray<Problem> Problems => [.. Reading.Diagnostics.Select(Problem.Of)];

    /// <summary>Null, with the problem, when the file itself cannot be read; a file that is no policy has diagnostics.</summary>
    public static PolicyFile? Read(string path, Surroundings world, out Problem? problem) => InputFile.Read(path, world, out problem) is { } file
        ? new(file.Name, Shown(file.Bytes.Span), PolicyReader.Read(file.Bytes, file.Name))
        : null;

    /// <summary>Without the mark of UTF-8, which takes no column.</summary>
    private static string Shown(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
