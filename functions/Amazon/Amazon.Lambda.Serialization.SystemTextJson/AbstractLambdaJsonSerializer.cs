using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Streams in, streams out, and one kind of exception for whatever goes wrong between.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    /// <summary>JSON that goes to Lambda is not embedded in HTML, so letters of any language stay readable.</summary>
    protected JsonWriterOptions WriterOptions { get; }

    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    /// <exception cref="JsonSerializerException">the value has no JSON form in this serializer, or the stream cannot be written</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {exception.Message}", exception);
        }
    }

    /// <exception cref="JsonSerializerException">the stream is not JSON, or not JSON of this type</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return InternalDeserialize<T>(BytesOf(requestStream));
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {exception.Message}", exception);
        }
    }

    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
    };

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    private static byte[] BytesOf(Stream stream)
    {
        // The runtime client hands over a stream that is exactly its array: no copy of a 6 MB event.
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var buffer))
            return buffer.Offset == 0 && buffer.Count == buffer.Array.Length ? buffer.Array : buffer.ToArray();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
