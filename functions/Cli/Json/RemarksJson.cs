using System.Text.Json;
using Remediator.Cli.Audits;
using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>What an audit tells besides verdicts: what is missing of baselines (<c>drift</c>), what is redundant, what is not
/// documented (<c>lapses</c>).</summary>
internal static class RemarksJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<GroupAudit> groups)
    {
        json.WriteStartArray("drift");
        foreach (var group in groups)
            foreach (var lack in group.Lacks) WriteLack(json, group.Group.Key, lack);
        json.WriteEndArray();
        json.WriteStartArray("redundant");
        foreach (var group in groups)
            foreach (var redundant in group.Redundant) WriteRedundant(json, group.Group.Key, redundant);
        json.WriteEndArray();
        json.WriteStartArray("lapses");
        foreach (var group in groups)
            foreach (var lapse in group.Lapses) WriteLapse(json, group.Group.Key, lapse);
        json.WriteEndArray();
    }

    private static void WriteLack(Utf8JsonWriter json, GroupKey group, Lack lack)
    {
        json.WriteStartObject();
        WriteGroup(json, group);
        json.WriteString("direction", Words.Of(lack.Entry.Direction));
        json.WriteString("baseline", lack.Baseline.Id);
        json.WriteString("entry", lack.Entry.Id);
        PlaceJson.Write(json, lack.Entry.Place);
        json.WriteString("severity", Words.Of(lack.Baseline.Severity));
        WritePieces(json, "missing", lack.Missing);
        json.WriteBoolean("restore", lack.Baseline.Restore && lack.WhyNotRestored is null);
        if (lack.WhyNotRestored is { } why) json.WriteString("whyNotRestored", why);
        if (lack.Entry.Why.Length > 0) json.WriteString("why", lack.Entry.Why);
        json.WriteEndObject();
    }

    private static void WriteRedundant(Utf8JsonWriter json, GroupKey group, Redundant redundant)
    {
        json.WriteStartObject();
        WriteGroup(json, group);
        json.WriteString("direction", Words.Of(redundant.Permission.Direction));
        PermissionJson.WriteService(json, redundant.Permission);
        json.WriteString("peer", redundant.Permission.Peer.Text);
        WritePieces(json, "coveredBy", redundant.Covers);
        json.WriteEndObject();
    }

    private static void WriteLapse(Utf8JsonWriter json, GroupKey group, Lapse lapse)
    {
        var requirement = lapse.Requirement;
        json.WriteStartObject();
        WriteGroup(json, group);
        json.WriteString("requirement", requirement.Id);
        json.WriteString("name", requirement.Name);
        PlaceJson.Write(json, requirement.Place);
        json.WriteString("severity", Words.Of(requirement.Severity));
        if (lapse.Permission is { } permission)
        {
            json.WriteString("direction", Words.Of(permission.Direction));
            json.WritePropertyName("permission");
            PermissionJson.WritePiece(json, permission);
        }

        json.WriteString("expected", lapse.Expected);
        json.WriteString("read", lapse.Read);
        json.WriteBoolean("known", lapse.IsKnown);
        json.WriteString("why", requirement.Why);
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, GroupKey group)
    {
        json.WriteString("account", group.Account);
        json.WriteString("region", group.Region);
        json.WriteString("groupId", group.GroupId);
    }

    private static void WritePieces(Utf8JsonWriter json, string name, ImmutableArray<Permission> pieces)
    {
        json.WriteStartArray(name);
        foreach (var piece in pieces) PermissionJson.WritePiece(json, piece);
        json.WriteEndArray();
    }
}
