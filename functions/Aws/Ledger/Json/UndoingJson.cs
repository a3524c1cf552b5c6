using System.Text.Json;
using Remediator.Ledger;

namespace Remediator.Aws.Ledger.Json;

/// <summary>That an entry was undone.</summary>
internal static class UndoingJson
{
    public static void Write(Utf8JsonWriter json, Undoing undoing)
    {
        json.WriteStartObject();
        json.WriteString("by", undoing.By);
        json.WriteString("at", undoing.At);
        json.Maybe("waiverId", undoing.WaiverId);
        json.WriteEndObject();
    }

    public static Undoing Read(Part part) => new(part.Member("by").Text(), part.Member("at").Time(), part.Optional("waiverId")?.Text());
}
