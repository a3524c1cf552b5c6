using System.Text.Json;
using Remediator.Changes;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A change whole: a held one is judged again from this.</summary>
internal static class ChangeJson
{
    public static void Write(Utf8JsonWriter json, Change change, LedgerDocument to)
    {
        json.WriteStartObject("change");
        json.WriteString("eventId", change.EventId);
        json.WriteString("eventName", change.EventName);
        json.WriteString("time", change.Time);
        json.WriteString("account", change.Account);
        json.WriteString("region", change.Region);
        json.Maybe("groupId", change.Group.Id);
        json.Maybe("groupName", change.Group.Name);
        ActorJson.Write(json, change.Actor);
        json.Maybe("requestId", change.RequestId);
        json.Word("kind", Words.ChangeKinds, (int)change.Kind);
        json.WriteBoolean("directionKnown", change.DirectionKnown);
        json.Numbers("permissions", change.Permissions, to.Permission);
        json.Numbers("closed", change.Closed, to.Permission);
        if (change.AtMost is { } atMost) json.Numbers("atMost", atMost, to.Permission);
        if (!change.Retagged.IsDefaultOrEmpty) json.Pairs("retagged", change.Retagged);
        json.Flag("anyTagRetagged", change.AnyTagRetagged);
        json.Maybe("prefixListId", change.PrefixListId);
        json.Maybe("wholeGroupBecause", change.WholeGroupBecause);
        json.WriteEndObject();
    }

    public static Change Read(Part part, LedgerReader from) => new(
        part.Member("eventId").Text(),
        part.Member("eventName").Text(),
        part.Member("time").Time(),
        part.Member("account").Text(),
        part.Member("region").Text(),
        Group(part),
        ActorJson.Read(part.Member("actor")))
    {
        RequestId = part.Optional("requestId")?.Text(),
        Kind = (ChangeKind)part.Member("kind").Choice(Words.ChangeKinds),
        DirectionKnown = part.Member("directionKnown").Flag(),
        Permissions = from.Permissions(part.Member("permissions")),
        Closed = from.Permissions(part.Member("closed")),
        AtMost = part.Optional("atMost") is { } atMost ? from.Permissions(atMost) : null,
        Retagged = part.Optional("retagged") is { } retagged ? [.. retagged.Items().Select(tag => tag.Pair())] : [],
        AnyTagRetagged = part.Optional("anyTagRetagged")?.Flag() ?? false,
        PrefixListId = part.Optional("prefixListId")?.Text(),
        WholeGroupBecause = part.Optional("wholeGroupBecause")?.Text(),
    };

    private static GroupName Group(Part part)
    {
        var name = new GroupName(part.Optional("groupId")?.Text(), part.Optional("groupName")?.Text());
        if (name is (null, null)) part.Wrong("a change with `groupId` or `groupName`");
        return name;
    }
}
