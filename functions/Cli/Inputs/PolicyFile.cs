using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Remediator.Diagnostics;
using Remediator.Policies;

namespace Remediator.Cli.Inputs;

/// <summary>A policy file as it was read: its text, and what reading it came to.</summary>
internal sealed record PolicyFile(string Name, string Text, PolicyReading Reading)
{
    public Policy? Policy => Reading.Policy;

    public ImmutableArray<Problem> Problems => [.. Reading.Diagnostics.Select(Problem.Of)];

    /// <summary>Null, with the problem, when the file itself cannot be read; a file that is no policy has diagnostics.</summary>
    public static PolicyFile? Read(string path, Surroundings world, out Problem? problem)
    {
        if (InputFile.Read(path, world, out problem) is not { } file) return null;
        var text = Decode(file.Bytes.Span, out var wrongByte);
        return wrongByte is { } index
            ? new(file.Name, text, new(null, [NotUtf8(file, index)]))
            : new(file.Name, text, PolicyReader.Read(text, file.Name));
    }

    /// <summary>UTF-8, or what a byte order mark says. Bytes that are no text are shown as question marks, and the first is named.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, out int? wrongByte)
    {
        wrongByte = null;
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (!Utf8.IsValid(bytes)) wrongByte = FirstWrong(bytes);
        return Encoding.UTF8.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
    }

    private static int FirstWrong(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static Diagnostic NotUtf8(InputFile file, int index)
    {
        var before = file.Bytes.Span[..index];
        var line = before.Count((byte)'\n') + 1;
        var column = index - before.LastIndexOf((byte)'\n');
        var message = string.Create(CultureInfo.InvariantCulture, $"byte 0x{file.Bytes.Span[index]:X2} is not UTF-8");
        return Codes.NotYaml.At(new(file.Name, line, column), message, "save the file as UTF-8");
    }
}
