using System.Text.Json;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>What a read could add that may change a verdict: each key is there only when it is needed.</summary>
internal static class NeedsJson
{
    public static void Write(Utf8JsonWriter json, Needs needs)
    {
        json.WriteStartObject("needs");
        WriteTexts(json, "facts", Words.Of(needs.Facts));
        if (needs.Standing) json.WriteBoolean("permissions", true);
        WriteTexts(json, "prefixLists", needs.PrefixLists.Order(StringComparer.Ordinal));
        WriteTexts(json, "groups", needs.PeerGroups.Order(StringComparer.Ordinal));
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in all) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
