using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.SecurityHub.Internal;

/// <summary>A constant class is its value on the wire.</summary>
internal sealed class ConstantConverter<T> : JsonConverter<T>
    where T : ConstantClass, IConstant<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
