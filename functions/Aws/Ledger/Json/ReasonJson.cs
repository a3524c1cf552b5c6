using System.Text.Json;
using Remediator.Verdicts;

namespace Remediator.Aws.Ledger.Json;

/// <summary>Why one rule has something to say; flags that are not set are left out.</summary>
internal static class ReasonJson
{
    public static void Write(Utf8JsonWriter json, Reason reason, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteNumber("rule", to.Rule(reason.Rule));
        json.Word("decision", Words.Decisions, (int)reason.Decision);
        json.WriteNumber("forbidden", to.Traffic(reason.Forbidden));
        json.Flag("observing", reason.Observing);
        json.Flag("outdated", reason.Outdated);
        json.Flag("onlyTells", reason.OnlyTells);
        json.Maybe("onlyToldBecause", reason.OnlyToldBecause);
        json.Maybe("because", reason.Because);
        json.WriteEndObject();
    }

    public static Reason? Read(Part part, LedgerReader from)
    {
        if (from.Rule(part.Member("rule")) is not { } rule) return null;
        return new(rule, (Decision)part.Member("decision").Choice(Words.Decisions), from.Traffic(part.Member("forbidden")), part.Optional("observing")?.Flag() ?? false)
        {
            Outdated = part.Optional("outdated")?.Flag() ?? false,
            OnlyTells = part.Optional("onlyTells")?.Flag() ?? false,
            OnlyToldBecause = part.Optional("onlyToldBecause")?.Text(),
            Because = part.Optional("because")?.Text(),
        };
    }
}
