using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Remediator.Diagnostics;

namespace Remediator.Cli.Inputs;

/// <summary>Bytes → the JSON values in them: one, or several one after the other, as a shell loop writes them.</summary>
internal static class Documents
{
    private const int Deepest = 64;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Those before the first mistake; a mistake is one problem.</summary>
    /// <param name="expected">What the file should be, with the command that prints it.</param>
    public static List<JsonPlace> Read(InputFile file, string expected, List<Problem> problems)
    {
        var bytes = file.Bytes.Span;
        if (bytes.StartsWith(ByteOrderMark)) bytes = bytes[ByteOrderMark.Length..];
        var documents = new List<JsonPlace>();
        var before = problems.Count;
        if (Utf8.IsValid(bytes)) ReadAll(file, bytes, expected, documents, problems);
        else problems.Add(Problem.Error(file.Name, "not text in UTF-8", $"save it as UTF-8 (in PowerShell `| Out-File -Encoding utf8`); expected {expected}"));
        if (documents.Count == 0 && problems.Count == before) problems.Add(Problem.Error(file.Name, "empty", $"expected {expected}"));
        return documents;
    }

    private static void ReadAll(InputFile file, ReadOnlySpan<byte> bytes, string expected, List<JsonPlace> documents, List<Problem> problems)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest, AllowMultipleValues = true });
            while (reader.Read())
            {
                var first = (int)reader.TokenStartIndex;
                reader.Skip();
                // Parsed again by itself, since only so a name that stands twice is refused: two readers could each see another value.
                var value = JsonElement.Parse(bytes[first..(int)reader.BytesConsumed], new() { MaxDepth = Deepest, AllowDuplicateProperties = false });
                documents.Add(JsonPlace.Root(value, documents.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"(document {documents.Count + 1})")));
            }
        }
        catch (JsonException broken)
        {
            problems.Add(Broken(file, broken, expected));
        }
    }

    private static Problem Broken(InputFile file, JsonException broken, string expected)
    {
        var position = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var sentence = (position < 0 ? broken.Message : broken.Message[..position]).TrimEnd('.');
        var at = broken.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" at line {line + 1}, byte {broken.BytePositionInLine + 1}") : "";
        return Problem.Error(file.Name, $"not JSON{at}: {UserText.Quote(sentence)}", $"expected {expected}");
    }
}
