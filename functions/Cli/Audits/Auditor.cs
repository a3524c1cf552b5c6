using Remediator.Cli.Describe;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Audits;

/// <summary>Judges every permission of every group, as a sweep would.</summary>
internal static class Auditor
{
    public static AuditReport Run(Policy policy, DescribeFiles files, Described described, DateTimeOffset now)
    {
        var peers = described.PeerFacts();
        var rehearsal = new Rehearsal(policy);
        return new(policy, files, [.. described.Groups.Select(group => Judged(policy, rehearsal, described, group, peers, now))]);
    }

    private static GroupAudit Judged(Policy policy, Rehearsal rehearsal, Described described, SecurityGroup group, ImmutableDictionary<string, GroupFacts?> peers, DateTimeOffset now)
    {
        var situation = new Situation(described.Facts(group), now)
        {
            Standing = group.Permissions,
            PrefixLists = described.PrefixLists,
            PeerGroups = peers,
            IsSweep = true,
        };
        var verdicts = rehearsal.DecideAll(group.Permissions, situation);
        // Nothing is called redundant because of something that is forbidden.
        ImmutableArray<Permission> allowed = [.. verdicts.Where(v => v.Decision != Decision.Violation).Select(v => v.Permission)];
        return new(group, described.ExposureOf(group.Key.GroupId), verdicts)
        {
            Lacks = Drift.Lacks(policy, situation with { Standing = Drift.StandingAfter(group.Permissions, verdicts) }),
            Redundant = Redundancy.In(allowed, described.PrefixLists),
            Lapses = Requirements.Lapses(policy, situation.Group, group.Permissions, DateOnly.FromDateTime(now.UtcDateTime)),
        };
    }
}
