using System.Text.Json;
using Remediator.Cli.Json;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary>A waiver or lease in a document.</summary>
internal static class AgreementJson
{
    /// <summary>The field <c>agreement</c>: null where there is none.</summary>
    public static void WriteField(Utf8JsonWriter json, Agreement? agreement, DateTimeOffset now)
    {
        json.WritePropertyName("agreement");
        if (agreement is null) json.WriteNullValue();
        else Write(json, agreement, now);
    }

    public static void Write(Utf8JsonWriter json, Agreement agreement, DateTimeOffset now)
    {
        var waiver = agreement.Waiver;
        json.WriteStartObject();
        json.WriteString("id", waiver.Id);
        json.WriteString("kind", AgreementWords.Kind(agreement));
        json.WriteString("state", AgreementWords.State(agreement, now));
        json.WriteString("account", waiver.Group.Account);
        json.WriteString("region", waiver.Group.Region);
        json.WriteString("groupId", waiver.Group.GroupId);
        json.WriteString("direction", Words.Of(waiver.Direction));
        ServicesJson.Write(json, "services", waiver.Services);
        json.WriteStartArray("peers");
        foreach (var peer in AgreementWords.Peers(waiver)) json.WriteStringValue(peer);
        json.WriteEndArray();
        json.WriteString("owner", waiver.Owner);
        json.WriteString("reason", waiver.Reason);
        if (waiver.Ticket is { } ticket) json.WriteString("ticket", ticket);
        json.WriteString("from", waiver.From);
        json.WriteString("until", waiver.Until);
        if (waiver.ReviewBy is { } review) json.WriteString("reviewBy", review);
        if (waiver.Undoes is { } undoes) json.WriteString("undoes", undoes);
        if (agreement.Lease?.RuleId is { } rule) json.WriteString("ruleId", rule);
        if (agreement.Lease?.Problem is { } problem) json.WriteString("problem", problem);
        if (agreement.EndedAt is { } ended) json.WriteString("endedAt", ended);
        json.WriteEndObject();
    }
}
