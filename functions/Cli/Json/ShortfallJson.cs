using System.Text.Json;
using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Cli.Json;

/// <summary>A permission that should be there and is not.</summary>
internal static class ShortfallJson
{
    public static void Write(Utf8JsonWriter json, GroupKey group, Shortfall shortfall)
    {
        var verdict = shortfall.Verdict;
        json.WriteStartObject();
        json.WriteString("account", group.Account);
        json.WriteString("region", group.Region);
        json.WriteString("groupId", group.GroupId);
        json.WriteString("direction", Words.Of(verdict.Permission.Direction));
        PermissionJson.WriteService(json, verdict.Permission);
        json.WriteString("peer", verdict.Permission.Peer.Text);
        json.WriteString("severity", Words.Of(verdict.Severity));
        json.WriteBoolean("restore", shortfall.WhyNotRestored is null && !verdict.Reasons.All(r => r.Observing));
        if (shortfall.WhyNotRestored is { } why) json.WriteString("whyNotRestored", why);
        ReasonsJson.Write(json, verdict.Reasons);
        json.WriteEndObject();
    }
}
