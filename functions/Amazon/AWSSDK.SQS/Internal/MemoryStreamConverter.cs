using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.SQS.Internal;

/// <summary>A blob is base64 on the wire.</summary>
internal sealed class MemoryStreamConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TryGetBytesFromBase64(out var bytes) ? new(bytes) : throw new JsonException("a blob is not base64");

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToArray());
}
