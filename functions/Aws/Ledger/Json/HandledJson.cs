using System.Text.Json;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A verdict, by number, and what was done about it.</summary>
internal static class HandledJson
{
    public static void Write(Utf8JsonWriter json, Handled handled, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteNumber("verdict", to.Verdict(handled.Verdict));
        json.Word("outcome", Words.Outcomes, (int)handled.Outcome);
        json.Maybe("detail", handled.Detail);
        json.Maybe("at", handled.At);
        json.WriteEndObject();
    }

    public static Handled? Read(Part part, LedgerReader from)
    {
        if (from.Verdict(part.Member("verdict")) is not { } verdict) return null;
        return new(verdict, (Outcome)part.Member("outcome").Choice(Words.Outcomes), part.Optional("detail")?.Text()) { At = part.Optional("at")?.Time() };
    }
}
