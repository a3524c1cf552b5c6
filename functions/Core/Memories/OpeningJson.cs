using System.Text.Json;
using Remediator.Changes;

namespace Remediator.Memories;

/// <summary>Openings in the note of a group, by the hash of what they opened. A note from before there were any has none.</summary>
internal static class OpeningJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, SeenOpening>> openings)
    {
        json.WriteStartObject("openings");
        foreach (var (hash, seen) in openings)
        {
            json.WriteStartObject(hash);
            Write(json, seen);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>What is none of ours is left out.</summary>
    public static ImmutableSortedDictionary<string, SeenOpening> Read(JsonElement root)
    {
        var openings = ImmutableSortedDictionary.CreateBuilder<string, SeenOpening>(StringComparer.Ordinal);
        if (root.TryGetProperty("openings", out var written) && written.ValueKind == JsonValueKind.Object)
        {
            foreach (var one in written.EnumerateObject())
                if (ReadOne(one.Value) is { } seen) openings[one.Name] = seen;
        }

        return openings.ToImmutable();
    }

    private static void Write(Utf8JsonWriter json, SeenOpening seen)
    {
        var (opening, actor) = (seen.Opening, seen.Opening.Actor);
        json.WriteString("event", opening.EventId);
        json.WriteString("name", opening.EventName);
        json.WriteNumber("at", opening.At.ToUnixTimeMilliseconds());
        json.WriteString("arn", actor.Arn);
        json.WriteString("via", actor.Via.ToString());
        if (actor.WithMfa is { } mfa) json.WriteBoolean("mfa", mfa);
        WriteText(json, "issuer", actor.IssuerArn);
        WriteText(json, "address", actor.SourceAddress);
        WriteText(json, "agent", actor.UserAgent);
        WriteText(json, "service", actor.Service);
        WriteText(json, "rule", seen.RuleId);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static SeenOpening? ReadOne(JsonElement one)
    {
        if (one.ValueKind != JsonValueKind.Object || Text(one, "event") is not { } id || Text(one, "name") is not { } name || Text(one, "arn") is not { } arn) return null;
        if (!one.TryGetProperty("at", out var ms) || ms.ValueKind != JsonValueKind.Number || !ms.TryGetInt64(out var known) || UnixTime.Of(known) is not { } at) return null;
        var via = Enum.TryParse<Channel>(Text(one, "via"), out var channel) && Enum.IsDefined(channel) ? channel : Channel.Unknown;
        bool? mfa = one.TryGetProperty("mfa", out var with) && with.ValueKind is JsonValueKind.True or JsonValueKind.False ? with.GetBoolean() : null;
        var actor = new Actor(arn, Text(one, "issuer"), Text(one, "address"), Text(one, "agent"), via, mfa) { Service = Text(one, "service") };
        return new(new(id, name, at, actor), Text(one, "rule"));
    }

    private static string? Text(JsonElement one, string name) => one.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
