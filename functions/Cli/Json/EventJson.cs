using System.Text.Json;
using Remediator.Changes;
using Remediator.Findings;

namespace Remediator.Cli.Json;

/// <summary>Who did what, where and when.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, ChangeReading reading)
    {
        if (reading is PrefixListChange list) WriteList(json, list);
        else if (reading is Several { Changes: [var first, ..] }) WriteChange(json, first);
        else if (reading is Change change) WriteChange(json, change);
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject("event");
        WriteHead(json, change.EventId, change.EventName, change.Time, change.Account, change.Region, change.Actor);
        if (change.Group.Id is { } id) json.WriteString("groupId", id);
        if (change.Group.Name is { } name) json.WriteString("groupName", name);
        if (change.WholeGroupBecause is { } because) json.WriteString("wholeGroupBecause", because);
        if (!change.Closed.IsEmpty) WriteClosed(json, change);
        json.WriteEndObject();
    }

    private static void WriteClosed(Utf8JsonWriter json, Change change)
    {
        json.WriteStartArray("closed");
        foreach (var permission in change.Closed) PermissionJson.WritePiece(json, permission);
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, PrefixListChange list)
    {
        json.WriteStartObject("event");
        WriteHead(json, list.EventId, list.EventName, list.Time, list.Account, list.Region, list.Actor);
        json.WriteString("prefixListId", list.PrefixListId);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, string id, string name, DateTimeOffset time, string account, string region, Actor actor)
    {
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteString("time", time);
        json.WriteString("account", account);
        json.WriteString("region", region);
        json.WriteStartObject("actor");
        json.WriteString("arn", ActorText.Name(actor));
        if (actor.IssuerArn is { } issuer) json.WriteString("role", SafeText.Line(issuer, 200));
        json.WriteString("from", ActorText.Source(actor));
        json.WriteString("how", ActorText.How(actor));
        if (actor.WithMfa is { } mfa) json.WriteBoolean("mfa", mfa);
        json.WriteEndObject();
    }
}
