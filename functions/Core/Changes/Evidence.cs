using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>What the request and the answer together say of a call.</summary>
/// <param name="WholeGroupBecause">Why they do not say it all; null when they do.</param>
internal sealed record Evidence(ImmutableArray<Permission> Permissions, string? WholeGroupBecause)
{
    /// <summary>EC2's answer outranks the request. It is complete when each of its rules could be read, it covers every permission
    /// that was asked for and could be read, it makes up for those that could not, and nothing that we do not know, in answer or
    /// request, looks like traffic. What was asked for and is not covered is added: the evidence is never narrower than either.</summary>
    public static Evidence Of(Stated answer, Stated asked)
    {
        var uncovered = asked.Permissions.Where(p => !IsCovered(p, answer));
        return new([.. answer.Permissions, .. uncovered], WhyNotAll(answer, asked));
    }

    private static string? WhyNotAll(Stated answer, Stated asked)
    {
        if (answer.Gaps.Unread > 0 || answer.Gaps.HidesPeers) return answer.Gaps.Why;
        var askedIsUnclear = answer.Count == 0 ? asked.Gaps.Any : asked.Gaps.HidesPeers || !MakesUpFor(answer, asked);
        if (askedIsUnclear) return asked.Gaps.Why;
        return answer.Count + asked.Count == 0 ? "the event names no permission" : null;
    }

    /// <summary>For what was asked for and could not be read: when it lists at least as many rules as were asked for, and names each
    /// peer of an unread one that is known.</summary>
    private static bool MakesUpFor(Stated answer, Stated asked) => asked.Gaps.Unread == 0
        || (answer.Count >= asked.Count && asked.UnreadPeers.All(peer => answer.Permissions.Any(rule => Covers(rule.Peer, peer))));

    /// <summary>By meaning, not by spelling: EC2 shows ports for -1 that nobody asked for, and clears host bits.</summary>
    private static bool IsCovered(Permission permission, Stated answer) =>
        answer.Permissions.Any(rule => Covers(rule.Peer, permission.Peer) && rule.Services.Covers(permission.Services));

    private static bool Covers(Peer wide, Peer narrow) => (wide, narrow) switch
    {
        (Peer.Block w, Peer.Block n) => w.Cidr.Family == n.Cidr.Family && w.Cidr.First <= n.Cidr.First && w.Cidr.Last >= n.Cidr.Last,
        (Peer.PrefixList w, Peer.PrefixList n) => w.Id == n.Id,
        (Peer.Group w, Peer.Group n) => w.GroupId == n.GroupId,
        _ => false,
    };
}
