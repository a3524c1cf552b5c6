using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>
/// An entry as Lambda's JSON logging has it: timestamp, level, requestId, traceId, tenantId, message, the message's arguments by name,
/// and errorType, errorMessage and stackTrace of an exception.
/// </summary>
internal static class LogJson
{
    // Letters of any language stay readable; control characters and line ends are escaped all the same, so an entry is one line.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Of(in LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("timestamp"u8, entry.Time.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture));
        writer.WriteString("level"u8, LogSettings.LevelNamed(entry.Level)?.ToString() ?? entry.Level ?? "Information");
        WriteInvocation(writer, entry.Invocation);
        writer.WriteString("message"u8, entry.Message.Text);
        foreach (var (name, value) in entry.Message.Properties)
            WriteProperty(writer, name, value);
        if (entry.Exception != null)
            WriteException(writer, entry.Exception);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteInvocation(Utf8JsonWriter writer, IRuntimeApiHeaders invocation)
    {
        if (!string.IsNullOrEmpty(invocation?.AwsRequestId))
            writer.WriteString("requestId"u8, invocation.AwsRequestId);
        if (!string.IsNullOrEmpty(invocation?.TraceId))
            writer.WriteString("traceId"u8, invocation.TraceId);
        if (!string.IsNullOrEmpty(invocation?.TenantId))
            writer.WriteString("tenantId"u8, invocation.TenantId);
    }

    private static void WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        if (value == null)
            return;
        writer.WritePropertyName(name);
        if (value is not IList list || value is byte[])
        {
            WriteScalar(writer, value);
            return;
        }
        writer.WriteStartArray();
        foreach (var item in list)
            WriteScalar(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case sbyte or byte or short or ushort or int or uint or long: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case DateTime time: writer.WriteStringValue(time.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteString("errorType"u8, exception.GetType().FullName);
        writer.WriteString("errorMessage"u8, exception.Message);
        writer.WriteStartArray("stackTrace"u8);
        foreach (var line in exception.ToString().AsSpan().EnumerateLines())
            writer.WriteStringValue(line.Trim());
        writer.WriteEndArray();
    }
}
