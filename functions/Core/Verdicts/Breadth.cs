using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>What rules with <see cref="Rule.MaxAddresses"/> say of several permissions of one group, together with the rest of what it
/// admits in the same direction. References to groups are no addresses, and are not counted.</summary>
internal sealed class Breadth(PolicyIndex index, ImmutableArray<Permission> asked, Situation situation)
{
    private readonly Dictionary<(IndexedRule, Direction), Meeting?[]> _answers = [];

    /// <param name="number">Which of those that are asked about.</param>
    public Meeting? Of(IndexedRule rule, int number)
    {
        var direction = asked[number].Direction;
        if (_answers.TryGetValue((rule, direction), out var answers)) return answers[number];
        return (_answers[(rule, direction)] = Answers(rule, direction))[number];
    }

    private Meeting?[] Answers(IndexedRule rule, Direction direction)
    {
        var questioned = asked.ToHashSet();
        var standing = (situation.Standing ?? []).Where(p => p.Direction == direction && !questioned.Contains(p)).Select(p => Met(rule, p)).OfType<Meeting>().ToArray();
        Meeting?[] met = [.. asked.Select(p => p.Direction == direction ? Met(rule, p) : null)];
        var doubts = standing.Concat(met.OfType<Meeting>()).SelectMany(m => m.Matter()).Select(d => d with { About = null });
        ImmutableArray<Doubt> all = situation.Standing is null ? [.. doubts, OfStanding] : [.. doubts];
        var surely = Over(rule.Rule.MaxAddresses!, standing.Select(m => m.Surely), met, m => m.Surely);
        var isSure = standing.Concat(met.OfType<Meeting>()).All(m => m.Surely.Equals(m.AtMost));
        var atMost = situation.Standing is null
            ? [.. met.Select(m => m is null ? TrafficSet.Empty : UnionLimit.Limited(rule.Rule.MaxAddresses!, m.AtMost))]
            : isSure ? surely : Over(rule.Rule.MaxAddresses!, standing.Select(m => m.AtMost), met, m => m.AtMost);
        return [.. met.Select((m, i) => m is null ? null : Limited(m, surely[i], atMost[i], all))];
    }

    private static Doubt OfStanding => new(Needs.Nothing with { Standing = true }, "what else the group admits is not known", null);

    private Meeting? Met(IndexedRule rule, Permission permission)
    {
        if (permission.Peer is Peer.Group) return null;
        var reach = PeerReach.Of(permission.Peer, index.Policy.Private, situation);
        if (!rule.MayForbid(permission.Services, permission.Peer, reach)) return null;
        var hearing = new Hearing(index, permission, situation, reach);
        return hearing.Meet(rule);
    }

    private TrafficSet[] Over(MaxAddresses max, IEnumerable<TrafficSet> standing, Meeting?[] met, Func<Meeting, TrafficSet> part)
    {
        var rest = standing.Aggregate(TrafficSet.Empty, (sum, traffic) => sum.Union(traffic));
        TrafficSet[] parts = [.. met.Select(m => m is null ? TrafficSet.Empty : part(m))];
        return situation.IsSweep ? UnionLimit.AllOver(max, rest, parts) : UnionLimit.NewestOver(max, rest, parts);
    }

    private Meeting? Limited(Meeting meeting, TrafficSet surely, TrafficSet atMost, ImmutableArray<Doubt> doubts)
    {
        var most = atMost.Union(surely);
        if (most.IsEmpty) return null;
        var denied = meeting.Denied.Intersect(UnionLimit.FamiliesOf(surely));
        return meeting with { Surely = surely, AtMost = most, Denied = denied, Doubts = doubts, OnlyTells = situation.IsSweep };
    }
}
