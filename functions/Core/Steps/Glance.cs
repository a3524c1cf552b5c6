using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>What the event's own words decide, without a call.</summary>
/// <param name="IsBenign">Nothing that EC2 could say would make anything of it a case.</param>
/// <param name="Verdicts">On what the event says it opened, compliant ones too.</param>
internal sealed record Glance(bool IsBenign, ImmutableArray<Verdict> Verdicts)
{
    public static Glance At(Policy policy, Change change, Situation situation) => change.Kind switch
    {
        ChangeKind.Retagged => new(situation.Group.RetaggedKeys.IsEmpty, []),
        ChangeKind.PeerChanged => new(false, []),
        ChangeKind.Created => Judged(policy, change.AtMost ?? change.Permissions, situation, change.AtMost is not null && change.Group.Id is not null),
        _ => Judged(policy, EitherWay(change), situation, change.WholeGroupBecause is null && SaysEnough(policy, change)),
    };

    private static Glance Judged(Policy policy, ImmutableArray<Permission> permissions, Situation situation, bool saysItAll)
    {
        var verdicts = Judge.DecideAll(policy, permissions, situation with { OpenedBy = situation.Actor });
        return new(saysItAll && verdicts.All(v => v.Decision == Decision.Compliant && v.Needs.IsNothing), verdicts);
    }

    /// <summary>A change whose direction is not known is judged both ways.</summary>
    private static ImmutableArray<Permission> EitherWay(Change change) => change.DirectionKnown
        ? change.Permissions
        : [.. change.Permissions, .. change.Permissions.Select(p => p with { Direction = Direction.Egress })];

    /// <summary>A group that is known by its name alone could be any that a rule chooses by id.</summary>
    private static bool SaysEnough(Policy policy, Change change) => change.Group.Id is not null
        || (policy.Rules.All(r => r.Groups == GroupSelector.Any && r.DenySymbols.IsEmpty) && policy.Baselines.IsEmpty && policy.Changes.IsEmpty);
}
