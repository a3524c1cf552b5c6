using System.Text.Json;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The kill switch.</summary>
internal static class SwitchJson
{
    public static void Write(Utf8JsonWriter json, KillSwitch value)
    {
        json.WriteStartObject();
        json.WriteBoolean("isOn", value.IsOn);
        json.WriteString("by", value.By);
        json.WriteString("why", value.Why);
        json.WriteString("at", value.At);
        json.WriteEndObject();
    }

    public static KillSwitch Read(Part part) =>
        new(part.Member("isOn").Flag(), part.Member("by").Text(), part.Member("why").Text(), part.Member("at").Time());
}
