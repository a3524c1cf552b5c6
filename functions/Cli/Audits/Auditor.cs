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
        return new(policy, files, [.. described.Groups.Select(group => Judged(policy, described, group, peers, now))]);
    }

    private static GroupAudit Judged(Policy policy, Described described, SecurityGroup group, ImmutableDictionary<string, GroupFacts?> peers, DateTimeOffset now)
    {
        var situation = new Situation(described.Facts(group), now)
        {
            Standing = group.Permissions,
            PrefixLists = described.PrefixLists,
            PeerGroups = peers,
            IsSweep = true,
        };
        return new(group, described.ExposureOf(group.Key.GroupId), Judge.DecideAll(policy, group.Permissions, situation));
    }
}
