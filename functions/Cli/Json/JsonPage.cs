using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Remediator.Cli.Json;

/// <summary>One JSON document on standard output: compact, in ASCII, with whatever is not escaped.</summary>
internal static class JsonPage
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fill)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.ASCII.GetString(bytes.WrittenSpan));
        output.Flush();
    }
}
