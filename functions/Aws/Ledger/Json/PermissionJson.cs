using System.Text.Json;
using Remediator.Groups;
using Remediator.Ledger;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A permission as it was spelled, with its <c>sgr-</c> id, description and tags: what an undo puts back.</summary>
internal static class PermissionJson
{
    public static void Write(Utf8JsonWriter json, Permission permission, LeftOut leftOut)
    {
        json.WriteStartObject();
        json.Word("direction", Words.Directions, (int)permission.Direction);
        json.WriteString("protocol", permission.Protocol);
        json.Maybe("from", permission.FromPort);
        json.Maybe("to", permission.ToPort);
        PeerJson.Write(json, permission.Peer);
        json.Maybe("ruleId", permission.RuleId);
        if (leftOut < LeftOut.TagsAndDescriptions) json.Maybe("description", permission.Description);
        if (leftOut < LeftOut.Tags && !permission.Tags.IsDefaultOrEmpty)
            json.Pairs("tags", permission.Tags.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value)));
        json.WriteEndObject();
    }

    public static Permission? Read(Part part)
    {
        if (PeerJson.Read(part) is not { } peer) return null;
        var permission = Permission.Create(
            (Direction)part.Member("direction").Choice(Words.Directions),
            part.Member("protocol").Text(),
            part.Optional("from")?.Int(),
            part.Optional("to")?.Int(),
            peer,
            out var problem);
        if (permission is null) return part.Wrong<Permission?>($"a permission, but {problem}", null);
        return permission with
        {
            RuleId = part.Optional("ruleId")?.Text(),
            Description = part.Optional("description")?.Text(),
            Tags = part.Optional("tags") is { } tags ? [.. tags.Items().Select(tag => tag.Pair()).Select(tag => KeyValuePair.Create(tag.Key, tag.Value ?? ""))] : [],
        };
    }
}
