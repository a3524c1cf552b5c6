using System.Buffers;
using System.Text.Unicode;
using Remediator.Diagnostics;

namespace Remediator.Policies.Reading;

/// <summary>Bytes → text, strictly: nothing is replaced, since a character that was replaced could change what a policy says.</summary>
internal static class Encodings
{
    private static readonly (byte[] Mark, string Name)[] Marks =
        [([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16")];

    /// <summary>The text, a mark of UTF-8 at its begin included; null, and a problem, when the bytes are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, Problems problems)
    {
        foreach (var (mark, name) in Marks)
        {
            if (!bytes.StartsWith(mark)) continue;
            problems.Add(Codes.NotUtf8, new(file, 1, 1), $"the file is written in {name}", "save it as UTF-8");
            return null;
        }

        var characters = new char[bytes.Length];
        if (Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done) return new(characters, 0, written);
        problems.Add(Codes.NotUtf8, PlaceAfter(characters.AsSpan(0, written), file), $"the byte {bytes[read]:X2} here is no UTF-8", "save the file as UTF-8");
        return null;
    }

    /// <summary>False, and a problem, for text that YAML would read only in part: NUL ends it, and half a surrogate pair is no character.</summary>
    public static bool IsText(string text, string file, Problems problems)
    {
        if (text.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
        {
            problems.Add(Codes.ControlCharacter, PlaceAfter(text.AsSpan(0, nul), file), "a NUL character stands here", "take it out, or save the file as UTF-8 if it was written in UTF-16");
            return false;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
                continue;
            }

            problems.Add(Codes.NotUtf8, PlaceAfter(text.AsSpan(0, at), file), "half of a character stands here", "save the file as UTF-8");
            return false;
        }

        return true;
    }

    private static Place PlaceAfter(ReadOnlySpan<char> before, string file)
    {
        var (line, column) = (0, 1);
        foreach (var content in before.EnumerateLines())
        {
            line++;
            column = content.Length + 1;
        }

        return new(file, line, column);
    }
}
