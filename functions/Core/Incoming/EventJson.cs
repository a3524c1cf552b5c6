using System.Text.Json;
using System.Text.Unicode;

namespace Remediator.Incoming;

/// <summary>Bytes → one JSON document that says each thing once, or what is wrong with the bytes.</summary>
internal static class EventJson
{
    /// <summary>A real event nests about ten deep; more is somebody trying.</summary>
    private const int Deepest = 64;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, out string problem)
    {
        problem = "";
        if (utf8.Span.StartsWith(ByteOrderMark)) utf8 = utf8[ByteOrderMark.Length..];
        if (utf8.IsEmpty) problem = "the event is empty, expected one JSON object";
        else if (!Utf8.IsValid(utf8.Span)) problem = "the event is not UTF-8, expected one JSON object in UTF-8";
        return problem.Length > 0 ? null : ParseText(utf8, out problem);
    }

    private static JsonDocument? ParseText(ReadOnlyMemory<byte> utf8, out string problem)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Deepest });
            problem = Repeated(JsonCursor.Root(document.RootElement)) ?? "";
            if (problem.Length == 0) return document;
        }
        catch (JsonException broken)
        {
            problem = $"the event is not JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: "
                + $"{Quoted.Text(Sentence(broken.Message))}, expected one whole JSON object";
        }
        catch (InvalidOperationException)
        {
            problem = "the event has a field name with half a surrogate pair, expected one JSON object";
        }

        document?.Dispose();
        return null;
    }

    /// <summary>The first name that stands twice in one object: two readers could each see another event.</summary>
    private static string? Repeated(JsonCursor place) => place.Value.ValueKind switch
    {
        JsonValueKind.Object => RepeatedInObject(place),
        JsonValueKind.Array => place.Value.EnumerateArray().Select((value, i) => Repeated(place.At(i, value))).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? RepeatedInObject(JsonCursor place)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in place.Value.EnumerateObject())
        {
            var here = place.Under(field.Name, field.Value);
            if (!names.Add(field.Name)) return $"`{here.Path}` is there twice, expected once";
            if (field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && Repeated(here) is { } found) return found;
        }

        return null;
    }

    /// <summary>The parser's own sentence without the position that it appends.</summary>
    private static string Sentence(string message)
    {
        var position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? message : message[..position]).TrimEnd('.');
    }
}
