using System.Text.Json;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A waiver, the lease that it was granted for, and what was told of its end.</summary>
internal static class AgreementJson
{
    public static void Write(Utf8JsonWriter json, Agreement agreement, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteNumber("waiver", to.Waiver(agreement.Waiver));
        json.WriteNumber("version", agreement.Version);
        if (agreement.Lease is { } lease) Write(json, lease, to);
        json.Maybe("foretoldAt", agreement.ForetoldAt);
        json.Maybe("reviewToldAt", agreement.ReviewToldAt);
        json.Maybe("endedAt", agreement.EndedAt);
        json.WriteEndObject();
    }

    public static Agreement? Read(Part part, LedgerReader from)
    {
        if (from.Waiver(part.Member("waiver")) is not { } waiver) return null;
        return new(waiver, part.Member("version").Int())
        {
            Lease = part.Optional("lease") is { } lease ? ReadLease(lease, from) : null,
            ForetoldAt = part.Optional("foretoldAt")?.Time(),
            ReviewToldAt = part.Optional("reviewToldAt")?.Time(),
            EndedAt = part.Optional("endedAt")?.Time(),
        };
    }

    private static void Write(Utf8JsonWriter json, Lease lease, LedgerDocument to)
    {
        json.WriteStartObject("lease");
        json.WriteNumber("permission", to.Permission(lease.Permission));
        json.Word("state", Words.LeaseStates, (int)lease.State);
        json.Maybe("ruleId", lease.RuleId);
        json.Maybe("problem", lease.Problem);
        json.WriteEndObject();
    }

    private static Lease? ReadLease(Part part, LedgerReader from)
    {
        if (from.Permission(part.Member("permission")) is not { } permission) return null;
        return new(permission, (LeaseState)part.Member("state").Choice(Words.LeaseStates), part.Optional("ruleId")?.Text()) { Problem = part.Optional("problem")?.Text() };
    }
}
