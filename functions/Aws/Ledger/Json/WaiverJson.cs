using System.Text.Json;
using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A waiver with its whole scope.</summary>
internal static class WaiverJson
{
    public static void Write(Utf8JsonWriter json, Waiver waiver, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteString("id", waiver.Id);
        json.Group(waiver.Group);
        json.Word("direction", Words.Directions, (int)waiver.Direction);
        TrafficJson.Write(json, "services", waiver.Services);
        json.WriteNumber("addresses", to.Addresses(waiver.Addresses));
        json.Texts("peers", waiver.PeerKeys.Order(StringComparer.Ordinal));
        json.WriteString("owner", waiver.Owner);
        json.WriteString("reason", waiver.Reason);
        json.Maybe("ticket", waiver.Ticket);
        json.WriteString("from", waiver.From);
        json.WriteString("until", waiver.Until);
        json.Maybe("reviewBy", waiver.ReviewBy);
        json.Maybe("undoes", waiver.Undoes);
        json.WriteEndObject();
    }

    public static Waiver Read(Part part, LedgerReader from) => new(
        part.Member("id").Text(),
        part.Member("group").Group(),
        (Direction)part.Member("direction").Choice(Words.Directions),
        TrafficJson.ReadServices(part.Member("services")),
        from.Addresses(part.Member("addresses")),
        [.. part.Member("peers").List(peer => peer.Text())],
        part.Member("owner").Text(),
        part.Member("reason").Text(),
        part.Optional("ticket")?.Text(),
        part.Member("from").Time(),
        part.Member("until").Time())
    {
        ReviewBy = part.Optional("reviewBy")?.Time(),
        Undoes = part.Optional("undoes")?.Text(),
    };
}
