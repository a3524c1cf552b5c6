using Remediator.Groups;

namespace Remediator.Verdicts;

/// <summary>Where several permissions of one group are judged in one situation.</summary>
internal sealed class Bench(PolicyIndex index, ImmutableArray<Permission> permissions, Situation situation)
{
    private readonly Breadth? _breadth = index.HasLimits ? new(index, permissions, situation) : null;

    public Verdict Decide(int number)
    {
        var permission = permissions[number];
        var reach = PeerReach.Of(permission.Peer, index.Policy.Private, situation);
        Hearing? hearing = null;
        ImmutableArray<Answer>.Builder? answers = null;
        foreach (var rule in index.Rules(permission.Direction))
        {
            if (!rule.MayForbid(permission.Services, permission.Peer, reach)) continue;
            hearing ??= new(index, permission, situation, reach);
            var meeting = rule.Rule.MaxAddresses is null ? hearing.Meet(rule) : _breadth!.Of(rule, number);
            if (meeting is not null) (answers ??= ImmutableArray.CreateBuilder<Answer>()).Add(Answer.Of(rule, meeting, index.Policy, hearing.WhyOnlyTold(rule)));
        }

        return answers is null ? Weighing.Compliant(permission) : Weighing.Of(hearing!, answers.ToImmutable());
    }
}
