using System.Buffers;
using System.Text;
using System.Text.Json;
using Remediator.Changes;

namespace Remediator.Cli.Inputs;

/// <summary>One event, as EventBridge delivers it; or as CloudTrail shows its record, which is then put into the envelope that
/// EventBridge would give it.</summary>
/// <remarks>A record alone (the console's "event record"), <c>{"Records":[…]}</c> of a log file and <c>{"Events":[…]}</c> of
/// <c>aws cloudtrail lookup-events</c> are known, with one record in them.</remarks>
internal static class EventFile
{
    private const string Expected = "one event of EventBridge (`AWS API Call via CloudTrail`), or one record of CloudTrail";

    /// <summary>Null, with the problems, when there is no single event; what is wrong inside the event is for the reading to say.</summary>
    public static ChangeReading? Read(InputFile file, List<Problem> problems)
    {
        // Whatever is no record of CloudTrail goes to the reader as it is, which knows best what an event lacks.
        if (Parse(file.Bytes) is not { } root || root.ValueKind != JsonValueKind.Object || root.TryGetProperty("detail", out _)) return ChangeReader.Read(file.Bytes);
        if (Records(root) is not { } records) return ChangeReader.Read(file.Bytes);
        if (records is [var record]) return ChangeReader.Read(InEnvelope(record));
        problems.Add(Problem.Error(file.Name, $"{records.Count} records, expected {Expected}", "save the one record that is to be explained"));
        return null;
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(bytes.Span, new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when this is none of the forms in which CloudTrail shows records.</summary>
    private static List<JsonElement>? Records(JsonElement root)
    {
        if (root.TryGetProperty("eventName", out _) && root.TryGetProperty("eventSource", out _)) return [root];
        foreach (var name in (ReadOnlySpan<string>)["Records", "Events"])
            if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray().Select(Unfolded)];
        return root.TryGetProperty("CloudTrailEvent", out _) ? [Unfolded(root)] : null;
    }

    /// <summary>LookupEvents prints the record as a text.</summary>
    private static JsonElement Unfolded(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("CloudTrailEvent", out var text) && text.ValueKind == JsonValueKind.String
        && Parse(Encoding.UTF8.GetBytes(text.GetString()!)) is { } record ? record : entry;

    private static ReadOnlyMemory<byte> InEnvelope(JsonElement record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("detail-type", "AWS API Call via CloudTrail");
            if (Field(record, "eventSource") is { ValueKind: JsonValueKind.String } source) json.WriteString("source", $"aws.{source.GetString()!.Split('.')[0]}");
            foreach (var (name, from) in (ReadOnlySpan<(string, string)>)[("account", "recipientAccountId"), ("region", "awsRegion"), ("time", "eventTime"), ("id", "eventID")])
            {
                if (Field(record, from) is not { } value) continue;
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WritePropertyName("detail");
            record.WriteTo(json);
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static JsonElement? Field(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) ? value : null;
}
