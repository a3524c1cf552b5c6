using System.Text.Json;
using Remediator.Cli.Grants;
using Remediator.Cli.Json;
using Remediator.Containment;
using Remediator.Groups;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary>The document of <c>undo</c>: the group, the waivers, and what is put back and taken away.</summary>
internal static class UndoJson
{
    /// <param name="plan">Null where there is none: then group and waivers are null and empty.</param>
    /// <param name="measure">Where it is a measure that is undone.</param>
    public static void Write(
        Utf8JsonWriter json, UndoPlan? plan, ImmutableArray<Permission> putBack, ImmutableArray<Permission> takenAway, ImmutableArray<string> remarks, DateTimeOffset now, Measure? measure = null)
    {
        json.WriteString("account", plan?.Group.Account ?? measure?.Account);
        json.WriteString("region", plan?.Group.Region ?? measure?.Region);
        json.WriteString("groupId", plan?.Group.GroupId);
        json.WriteBoolean("continued", plan?.IsContinued ?? false);
        json.WriteStartArray("waivers");
        foreach (var agreement in plan?.Waivers ?? []) AgreementJson.Write(json, agreement, now);
        json.WriteEndArray();
        WriteAll(json, "putBack", putBack);
        WriteAll(json, "takenAway", takenAway);
        MeasureJson.Write(json, measure);
        json.WriteStartArray("remarks");
        foreach (var remark in remarks) json.WriteStringValue(remark);
        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, ImmutableArray<Permission> permissions)
    {
        json.WriteStartArray(name);
        foreach (var permission in permissions)
        {
            json.WriteStartObject();
            if (permission.RuleId is { } id) json.WriteString("ruleId", id);
            json.WriteString("direction", Words.Of(permission.Direction));
            PermissionJson.WriteService(json, permission);
            json.WriteString("peer", permission.Peer.Text);
            if (permission.Description is { } description) json.WriteString("description", description);
            json.WriteStartObject("tags");
            foreach (var (key, value) in permission.Tags) json.WriteString(key, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
