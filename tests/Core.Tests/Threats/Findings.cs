using System.Text.Json.Nodes;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>The GuardDuty events that were written for these tests, and readings on a few lines, for tables.</summary>
internal static class Findings
{
    public static EventFolder Folder { get; } = new("Threats");

    public static ThreatReading Read(string name) => ThreatReader.Read(Folder.Bytes(name));

    public static Threat Threat(string name) => Assert.IsType<Threat>(Read(name));

    /// <summary>The reading of an event with one field replaced by this JSON; null takes the field away.</summary>
    public static ThreatReading With(string name, string path, string? json) => ThreatReader.Read(Folder.With(name, root =>
    {
        var names = path.Split('.');
        var place = names[..^1].Aggregate(root, (node, part) => node is JsonArray list ? list[int.Parse(part, null)]! : node[part]!).AsObject();
        place.Remove(names[^1]);
        if (json is not null) place[names[^1]] = JsonNode.Parse(json);
    }));

    public static string Shown(ThreatReading reading) => reading switch
    {
        Ignored ignored => $"ignored, because {ignored.Why}",
        Unreadable unreadable => $"unreadable: {string.Join("; ", unreadable.Problems)}",
        Threat threat => Shown(threat),
        _ => throw new InvalidOperationException($"{reading.GetType()} is no ending"),
    };

    private static string Shown(Threat threat) =>
        $"{threat.Type} {threat.Severity} {threat.Role} {threat.Direction}{(threat.WasBlocked == true ? " blocked" : "")}{(threat.IsPortProbe ? " probe" : "")}"
        + Part("instances", threat.InstanceIds.Select(Short))
        + Part("interfaces", threat.Interfaces.Select(Shown))
        + Part("contacts", threat.Contacts.Select(Shown))
        + Part("others", threat.OtherResources);

    private static string Part(string name, IEnumerable<string> each) => each.Any() ? $"\n{name}: {string.Join("; ", each)}" : "";

    private static string Shown(ThreatInterface i) =>
        $"{Short(i.Id ?? "?")} of {Short(i.InstanceId ?? "?")} in {Short(i.SubnetId ?? "?")} [{string.Join(' ', i.Addresses)}] [{string.Join(' ', i.GroupIds.Select(Short))}]";

    private static string Shown(Contact c) =>
        $"{c.Remote} {c.Direction} {(c.Protocol is { } protocol ? protocol.ToString() : "?")}/{c.LocalPort?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}"
        + (c.Local is null ? "" : $" at {c.Local}") + (c.InterfaceId is null ? "" : $" {Short(c.InterfaceId)}") + (c.Owner is null ? "" : $" AS{c.Owner.Asn}");

    /// <summary>Ids by their beginning and their first and last digits.</summary>
    private static string Short(string id) => id.Length < 15 ? id : $"{id[..(id.IndexOf('-', StringComparison.Ordinal) + 3)]}..{id[^1]}";
}
