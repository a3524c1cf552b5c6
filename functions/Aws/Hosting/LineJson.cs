using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Remediator.Findings;

namespace Remediator.Aws.Hosting;

/// <summary>One JSON object on one line, bounded whatever is put into it: texts are made safe and shortened, lists are cut and counted.</summary>
/// <remarks>INVARIANT: six lists of 30 kB and one entry more each, and some short texts: less than 240 kB; CloudWatch Logs takes 256 kB.</remarks>
public sealed class LineJson(Utf8JsonWriter json)
{
    private const int MostCharacters = 400;
    private const int MostListed = 100;
    private const int MostBytesOfList = 30_000;

    // Text is made safe before it is written, and a log is no web page: letters and backticks stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<LineJson> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(new(json));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Nothing where there is no text.</summary>
    public void Text(string name, string? text)
    {
        if (text is not null) json.WriteString(name, SafeText.Line(text, MostCharacters));
    }

    public void Time(string name, DateTimeOffset time) => json.WriteString(name, time);

    public void Number(string name, double number) => json.WriteNumber(name, number);

    public void Texts(string name, IReadOnlyCollection<string> texts) => List(name, texts, text => json.WriteStringValue(SafeText.Line(text, MostCharacters)));

    public void Objects<T>(string name, IReadOnlyCollection<T> items, Action<T> write) => List(name, items, item =>
    {
        json.WriteStartObject();
        write(item);
        json.WriteEndObject();
    });

    /// <summary>What is beyond the bound is counted: <c>permissionsNotListed</c>.</summary>
    private void List<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        var (start, listed) = (Written, 0);
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            if (listed == MostListed || Written - start > MostBytesOfList) break;
            write(item);
            listed++;
        }

        json.WriteEndArray();
        if (listed < items.Count) json.WriteNumber($"{name}NotListed", items.Count - listed);
    }

    private long Written => json.BytesCommitted + json.BytesPending;
}
