using System.Text.Json;
using Remediator.Containment;

namespace Remediator.Cli.Undos;

/// <summary>A measure in the document of <c>undo</c>.</summary>
internal static class MeasureJson
{
    /// <param name="measure">Null: what is undone is none.</param>
    public static void Write(Utf8JsonWriter json, Measure? measure)
    {
        if (measure is null)
        {
            json.WriteNull("measure");
            return;
        }

        json.WriteStartObject("measure");
        json.WriteString("kind", Kind(measure));
        json.WriteString("state", State(measure.State));
        json.WriteString("findingId", measure.Cause.FindingId);
        json.WriteString("findingType", measure.Cause.Type);
        if (measure is Isolation isolation) Write(json, isolation);
        if (measure is AclBlock block) Write(json, block);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Isolation isolation)
    {
        json.WriteString("interfaceId", isolation.InterfaceId);
        json.WriteStartArray("groups");
        foreach (var id in isolation.Groups.Order(StringComparer.Ordinal)) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AclBlock block)
    {
        json.WriteString("aclId", block.AclId);
        json.WriteString("address", block.Address.ToString());
        if (block.Number is { } number) json.WriteNumber("number", number);
    }

    private static string Kind(Measure measure) => measure switch
    {
        Isolation => "isolation",
        AclBlock => "block",
        _ => "suspension",
    };

    private static string State(MeasureState state) => state switch
    {
        MeasureState.Taking => "taking",
        MeasureState.Standing => "standing",
        MeasureState.Ending => "ending",
        MeasureState.Ended => "ended",
        _ => "refused",
    };
}
