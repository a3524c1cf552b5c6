using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// An exception as the runtime API takes it: <c>{"errorType", "errorMessage", "stackTrace": […], "cause": {…}}</c>.
/// Source: docs.aws.amazon.com/lambda, "Using the Lambda runtime API for custom runtimes".
/// </summary>
internal static class ErrorReport
{
    /// <summary>Bytes that the report may have; the API refuses more.</summary>
    internal const int Limit = 256 * 1024;

    private const int DeepestCause = 8;
    private const int ShortMessage = 1024;

    // Letters of any language stay readable; the text is JSON for Lambda and never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static ReadOnlyMemory<byte> Write(Exception exception)
    {
        var whole = Write(exception, int.MaxValue, DeepestCause, withStack: true);
        return whole.Length <= Limit ? whole : Write(exception, ShortMessage, 1, withStack: false);
    }

    internal static ReadOnlyMemory<byte> Write(string errorType)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("errorType"u8, errorType);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The type name as a header value: printable ASCII only, since nothing else passes through HTTP.</summary>
    internal static string HeaderValue(string errorType) =>
        string.Create(errorType.Length, errorType, static (span, text) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = text[index] is > ' ' and < '\x7f' ? text[index] : '_';
        });

    private static ReadOnlyMemory<byte> Write(Exception exception, int longestMessage, int depth, bool withStack)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using var writer = new Utf8JsonWriter(buffer, Options);
        WriteException(writer, exception, longestMessage, depth, withStack);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, int longestMessage, int depth, bool withStack)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType"u8, exception.GetType().Name);
        writer.WriteString("errorMessage"u8, exception.Message.AsSpan(0, Math.Min(exception.Message.Length, longestMessage)));
        if (withStack)
            WriteStack(writer, exception.StackTrace);
        if (exception.InnerException is { } cause && depth > 1)
        {
            writer.WritePropertyName("cause"u8);
            WriteException(writer, cause, longestMessage, depth - 1, withStack);
        }
        writer.WriteEndObject();
    }

    private static void WriteStack(Utf8JsonWriter writer, string stackTrace)
    {
        writer.WriteStartArray("stackTrace"u8);
        foreach (var line in stackTrace.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                writer.WriteStringValue(line.Trim());
        }
        writer.WriteEndArray();
    }
}
