using System.Text.Json;
using Remediator.Threats;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The threat that a claim answers, whole: a held one is answered again from this.</summary>
internal static class ThreatJson
{
    public static void Write(Utf8JsonWriter json, Threat threat)
    {
        json.WriteStartObject("threat");
        json.WriteString("id", threat.Id);
        json.Texts("type", [threat.Type.Text, threat.Type.Purpose, threat.Type.Resource, threat.Type.Family]);
        json.WriteNumber("severity", threat.Severity);
        json.WriteString("account", threat.Account);
        json.WriteString("region", threat.Region);
        json.WriteString("updatedAt", threat.UpdatedAt);
        json.Maybe("arn", threat.Arn);
        json.Maybe("title", threat.Title);
        json.WriteNumber("count", threat.Count);
        json.Maybe("firstSeen", threat.FirstSeen);
        json.Maybe("lastSeen", threat.LastSeen);
        json.Word("role", Words.ThreatRoles, (int)threat.Role);
        json.Word("direction", Words.ThreatDirections, (int)threat.Direction);
        if (threat.WasBlocked is { } wasBlocked) json.WriteBoolean("wasBlocked", wasBlocked);
        json.Flag("isPortProbe", threat.IsPortProbe);
        json.Texts("instances", threat.InstanceIds);
        json.List("interfaces", threat.Interfaces, one => ThreatInterfaceJson.Write(json, one));
        json.List("contacts", threat.Contacts, contact => ContactJson.Write(json, contact));
        json.Texts("others", threat.OtherResources);
        json.WriteEndObject();
    }

    public static Threat Read(Part part) => new(
        part.Member("id").Text(),
        Type(part.Member("type")),
        part.Member("severity").Number(),
        part.Member("account").Text(),
        part.Member("region").Text(),
        part.Member("updatedAt").Time())
    {
        Arn = part.Optional("arn")?.Text(),
        Title = part.Optional("title")?.Text(),
        Count = part.Member("count").Int(),
        FirstSeen = part.Optional("firstSeen")?.Time(),
        LastSeen = part.Optional("lastSeen")?.Time(),
        Role = (ThreatRole)part.Member("role").Choice(Words.ThreatRoles),
        Direction = (ThreatDirection)part.Member("direction").Choice(Words.ThreatDirections),
        WasBlocked = part.Optional("wasBlocked")?.Flag(),
        IsPortProbe = part.Optional("isPortProbe")?.Flag() ?? false,
        InstanceIds = part.Member("instances").List(id => id.Text()),
        Interfaces = part.Member("interfaces").List(ThreatInterfaceJson.Read),
        Contacts = part.Member("contacts").List(ContactJson.Read),
        OtherResources = part.Member("others").List(resource => resource.Text()),
    };

    private static ThreatType Type(Part part) =>
        part.List(text => text.Text()) is [var whole, var purpose, var resource, var family]
            ? new(whole, purpose, resource, family)
            : part.Wrong("a type and its three parts", new ThreatType("", "", "", ""));
}
