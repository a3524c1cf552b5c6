using System.Text.Json;
using Remediator.Incoming;
using Remediator.Network;

namespace Remediator.Changes;

/// <summary>Whether a place, or anything below it, looks like traffic: by its value (an address or block, a group, a prefix list) or
/// by the name of its field.</summary>
internal static class PeerMention
{
    private static readonly HashSet<string> TrafficNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "ipProtocol", "fromPort", "toPort", "ipPermissions", "ipRanges", "ipv6Ranges", "prefixListIds", "prefixListId", "groups",
        "userIdGroupPairs", "referencedGroupId", "referencedGroupInfo", "securityGroupRule", "securityGroupRules", "securityGroupRuleSet",
        "revokedSecurityGroupRuleSet", "unknownIpPermissionSet",
    };

    public static bool In(JsonCursor place) => (place.Name is { } name && IsTraffic(name)) || In(place.Value);

    private static bool IsTraffic(string name) => TrafficNames.Contains(name) || name.StartsWith("cidr", StringComparison.OrdinalIgnoreCase);

    private static bool In(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(field => IsTraffic(field.Name) || In(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(In),
        JsonValueKind.String => IsPeer(JsonCursor.Root(value).Text()),
        _ => false,
    };

    private static bool IsPeer(string? text)
    {
        if (text is null) return false;
        var trimmed = text.Trim();
        return Cidr.TryParse(trimmed, out _) || EndsWithLength(trimmed)
            || trimmed.StartsWith("sg-", StringComparison.Ordinal) || trimmed.StartsWith("pl-", StringComparison.Ordinal);
    }

    /// <summary><c>…/8</c>: a block, if perhaps in a spelling that we do not take.</summary>
    private static bool EndsWithLength(string text)
    {
        var tail = text.AsSpan(text.LastIndexOf('/') + 1);
        return tail.Length < text.Length && tail.Length is > 0 and <= 3 && !tail.ContainsAnyExceptInRange('0', '9');
    }
}
