using System.Text.Json;
using Remediator.Findings;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A notice as it was to be published.</summary>
internal static class NoticeJson
{
    public static void Write(Utf8JsonWriter json, Notice notice)
    {
        json.WriteStartObject("notice");
        json.WriteString("id", notice.Id);
        json.WriteString("subject", notice.Subject);
        json.WriteString("body", notice.Body);
        WriteFields(json, "attributes", notice.Attributes);
        json.Maybe("actor", notice.Actor);
        json.WriteEndObject();
    }

    public static Notice Read(Part part) =>
        new(part.Member("id").Text(), part.Member("subject").Text(), part.Member("body").Text(), ReadFields(part.Member("attributes"))) { Actor = part.Optional("actor")?.Text() };

    public static void WriteFields(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> fields) =>
        json.Pairs(name, fields.Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)));

    public static ImmutableSortedDictionary<string, string> ReadFields(Part part)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var field in part.Items())
            if (field.Pair() is { Key: { } key } pair) fields[key] = pair.Value ?? field.Wrong("a name and a text", "");
        return fields.ToImmutable();
    }
}
