using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Verdicts.Testing;

/// <summary>The situation that a policy's test describes. Whatever it does not say cannot be read.</summary>
internal static class TestSituation
{
    /// <summary>A test has no waivers, so that no clock counts.</summary>
    public static Situation Of(PolicyTest test)
    {
        var actor = test.Actor is { } named ? ActorOf(named) : null;
        return new(test.Group, DateTimeOffset.UnixEpoch)
        {
            Standing = [.. test.Others.Where(p => p != test.Permission), test.Permission],
            PrefixLists = Lists(test),
            PeerGroups = Groups(test),
            Actor = actor,
            OpenedBy = actor,
        };
    }

    private static ImmutableDictionary<string, PrefixList?> Lists(PolicyTest test)
    {
        var lists = test.PrefixLists.ToImmutableDictionary(list => list.Id, list => (PrefixList?)list, StringComparer.Ordinal);
        var unread = test.Others.Append(test.Permission).Select(p => p.Peer).OfType<Peer.PrefixList>().Select(p => p.Id).Distinct().Where(id => !lists.ContainsKey(id));
        return lists.AddRange(unread.Select(id => KeyValuePair.Create(id, (PrefixList?)null)));
    }

    private static ImmutableDictionary<string, GroupFacts?> Groups(PolicyTest test)
    {
        var groups = ImmutableDictionary.Create<string, GroupFacts?>(StringComparer.Ordinal);
        return test.Permission.Peer is Peer.Group peer ? groups.Add(peer.GroupId, test.Peer) : groups;
    }

    /// <summary>A session's ARN names its role without the role's path, so that a test which needs one gives the role itself
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).</summary>
    private static Actor ActorOf(string text)
    {
        var parts = text.Split(':', 6);
        if (parts.Length < 6) return new(text, null, null, null, Channel.Unknown, null) { Service = text };
        var resource = parts[5].Split('/');
        var issuer = (parts[2], resource[0]) switch
        {
            ("iam", "role") => text,
            ("sts", "assumed-role") when resource.Length > 1 => $"{parts[0]}:{parts[1]}:iam::{parts[4]}:role/{resource[1]}",
            _ => null,
        };
        return new(text, issuer, null, null, Channel.Unknown, null);
    }
}
