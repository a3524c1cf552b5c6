using System.Text.Json;
using Remediator.Ledger;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The intent to handle one event.</summary>
internal static class ClaimJson
{
    public static void Write(Utf8JsonWriter json, Claim claim, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteString("key", claim.Key);
        json.WriteString("at", claim.At);
        ChangeJson.Write(json, claim.Change, to);
        json.Numbers("verdicts", claim.Verdicts, to.Verdict);
        PlanJson.Write(json, claim.Plan, to);
        if (claim.Threat is { } threat) ThreatJson.Write(json, threat);
        json.WriteEndObject();
    }

    public static Claim Read(Part part, LedgerReader from) => new(
        part.Member("key").Text(),
        ChangeJson.Read(part.Member("change"), from),
        part.Member("verdicts").List(from.Verdict),
        PlanJson.Read(part.Member("plan"), from),
        part.Member("at").Time())
    {
        Threat = part.Optional("threat") is { } threat ? ThreatJson.Read(threat) : null,
    };
}
