using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>What the request and the answer of a revoke together say was closed.</summary>
/// <param name="Closed">Only what was surely closed: what is not sure must never be put back.</param>
/// <param name="WholeGroupBecause">Why that may not be all of it; null when it is.</param>
/// <param name="IsNothing">EC2 knew nothing of what was asked for.</param>
internal sealed record ClosedEvidence(ImmutableArray<Permission> Closed, string? WholeGroupBecause, bool IsNothing)
{
    /// <summary>What EC2 lists as revoked is revoked. Where it lists nothing at all (older records), what was asked for and is not in
    /// its list of the unknown is: a revoke does all of it or fails, but for the unknown. Where the request or
    /// that list is not wholly understood, nothing of the request is sure.</summary>
    public static ClosedEvidence Of(ClosedAnswer answer, Stated asked)
    {
        var isClear = !asked.Gaps.Any && !asked.UnreadRuleIds.Any && !answer.Unknown.Gaps.Any && answer.Unknown.Permissions.All(asked.Permissions.Contains);
        var rest = asked.Permissions.Except(answer.Unknown.Permissions).Except(answer.Revoked.Permissions).ToList();
        var sure = isClear && !answer.ListsRevoked && !answer.Revoked.Gaps.Omitted ? rest : [];
        ImmutableArray<Permission> closed = [.. answer.Revoked.Permissions.Select(rule => AsAsked(rule, asked)), .. sure];
        var why = WhyUnclear(answer, asked) ?? WhyNotAll(answer, asked, rest.FirstOrDefault());
        return new(closed, why, why is null && closed.IsEmpty);
    }

    private static string? WhyUnclear(ClosedAnswer answer, Stated asked)
    {
        var (revoked, unknown) = (answer.Revoked.Gaps, answer.Unknown.Gaps);
        if (revoked.Unread > 0 || revoked.HidesPeers || revoked.Omitted) return revoked.Why;
        if (unknown.Any) return unknown.Why;
        var other = answer.Unknown.Permissions.FirstOrDefault(p => !asked.Permissions.Contains(p));
        return other is null ? null : $"EC2 did not know `{other.Content}`, which is not what was asked for";
    }

    private static string? WhyNotAll(ClosedAnswer answer, Stated asked, Permission? rest)
    {
        if (asked.RuleIds.Find(id => answer.Revoked.Permissions.All(p => p.RuleId != id.Text())) is { } rule)
            return $"`{rule.Path}` names the rule {rule.Seen} by its id alone, and EC2's answer does not show it";
        if (asked.UnreadRuleIds.Any) return asked.UnreadRuleIds.Why;
        if (answer.ListsRevoked && rest is not null) return $"EC2's answer does not say what became of `{rest.Content}`";
        if (answer.ListsRevoked ? asked.Gaps.HidesPeers || asked.Gaps.Unread > 0 : asked.Gaps.Any) return asked.Gaps.Why;
        return asked.Count + asked.RuleIds.Count + answer.Revoked.Count == 0 ? "the event names no permission" : null;
    }

    /// <summary>The answer names a referenced group by its id alone; its account and peering, without which it cannot be put back,
    /// stand in the request.</summary>
    private static Permission AsAsked(Permission rule, Stated asked) =>
        rule.Peer is Peer.Group && asked.Permissions.FirstOrDefault(p => p.Equals(rule) && p.Peer is Peer.Group { Account: not null }) is { } twin
            ? twin with { RuleId = rule.RuleId, Description = rule.Description }
            : rule;
}
