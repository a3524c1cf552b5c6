using System.Buffers;
using System.Text;
using System.Text.Json;
using Remediator.Remediations;

namespace Remediator.Memories;

/// <summary>The memory of one group as the text of a note, and back.</summary>
internal static class MemoryJson
{
    /// <summary>Of the 300 kB that a note takes.</summary>
    private const int MostBytes = 290_000;

    /// <summary>Where there is too much to remember, the oldest openings are forgotten first, then the newest findings: they would be told again.</summary>
    public static string Write(GroupMemory memory)
    {
        var text = Text(memory);
        while (Encoding.UTF8.GetByteCount(text) > MostBytes && !memory.Openings.IsEmpty)
        {
            memory = memory with { Openings = memory.Openings.RemoveRange(memory.Openings.OrderBy(o => o.Value.Opening.At).Take((memory.Openings.Count + 3) / 4).Select(o => o.Key)) };
            text = Text(memory);
        }

        while (Encoding.UTF8.GetByteCount(text) > MostBytes && !memory.Open.IsEmpty)
        {
            memory = memory with { Open = memory.Open.Values.OrderBy(f => f.Since).Take(memory.Open.Count * 3 / 4).ToImmutableSortedDictionary(f => f.Id, f => f, StringComparer.Ordinal) };
            text = Text(memory);
        }

        return text;
    }

    /// <summary>What is no memory of ours is none at all.</summary>
    public static GroupMemory Read(string? text)
    {
        if (text is null) return GroupMemory.None;
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return GroupMemory.None;
        }
    }

    private static GroupMemory Read(JsonElement root) => new(
        root.GetProperty("read").GetInt64() is > 0 and var at ? UnixTime.Of(at) : null,
        root.GetProperty("since").EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetInt64() is > 0 and var ms ? UnixTime.Of(ms) : null, StringComparer.Ordinal),
        root.GetProperty("open").EnumerateArray().Select(Finding).ToImmutableSortedDictionary(f => f.Id, f => f, StringComparer.Ordinal))
    {
        Openings = OpeningJson.Read(root),
    };

    private static OpenFinding Finding(JsonElement one) => new(
        one.GetProperty("id").GetString()!,
        one.GetProperty("generator").GetString()!,
        one.GetProperty("title").GetString()!,
        one.GetProperty("severity").GetString()!,
        Enum.TryParse<Outcome>(one.GetProperty("outcome").GetString(), out var outcome) ? outcome : Outcome.Told,
        Time(one, "since"),
        Time(one, "told"),
        one.GetProperty("spared").GetBoolean())
    {
        WhileStands = one.TryGetProperty("stands", out var hash) ? hash.GetString() : null,
    };

    private static DateTimeOffset Time(JsonElement one, string name) => UnixTime.Of(one.GetProperty(name).GetInt64()) ?? throw new FormatException(name);

    private static string Text(GroupMemory memory)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("read", memory.ReadAt?.ToUnixTimeMilliseconds() ?? 0);
            json.WriteStartObject("since");
            foreach (var (hash, since) in memory.Since) json.WriteNumber(hash, since?.ToUnixTimeMilliseconds() ?? 0);
            json.WriteEndObject();
            json.WriteStartArray("open");
            foreach (var finding in memory.Open.Values) Write(json, finding);
            json.WriteEndArray();
            if (!memory.Openings.IsEmpty) OpeningJson.Write(json, memory.Openings);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, OpenFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("generator", finding.GeneratorId);
        json.WriteString("title", finding.Title);
        json.WriteString("severity", finding.Severity);
        json.WriteString("outcome", finding.Outcome.ToString());
        json.WriteNumber("since", finding.Since.ToUnixTimeMilliseconds());
        json.WriteNumber("told", finding.ToldAt.ToUnixTimeMilliseconds());
        json.WriteBoolean("spared", finding.IsSpared);
        if (finding.WhileStands is { } hash) json.WriteString("stands", hash);
        json.WriteEndObject();
    }
}
