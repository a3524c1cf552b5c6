using Remediator.Cli.Describe;
using Remediator.Cli.Inputs;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Cli.Audits;

/// <summary>Groups whose account or region the input does not name, under a policy that chooses by it: they would pass for groups that
/// it does not choose.</summary>
internal static class UnknownKeys
{
    public static IEnumerable<Problem> Check(Policy policy, DescribeFiles files, Described described)
    {
        var used = Selectors(policy).SelectMany(Facts).ToHashSet();
        if (used.Contains(GroupFact.Region) && Problem(files, described, "region", key => key.Region, "say which one with --region") is { } region) yield return region;
        if (used.Contains(GroupFact.Account) && Problem(files, described, "account", key => key.Account, "save the answer with the groups' `OwnerId`") is { } account) yield return account;
    }

    private static Problem? Problem(DescribeFiles files, Described described, string what, Func<GroupKey, string> of, string help)
    {
        var unknown = described.Groups.Count(g => of(g.Key) == GroupsReader.Unknown);
        return unknown == 0 ? null : Inputs.Problem.Error(
            files.Groups,
            $"the policy chooses groups by {what}, and the {what} of {Screens.Counted.Of(unknown, "group")} is not known",
            help);
    }

    private static IEnumerable<GroupSelector> Selectors(Policy policy) =>
    [
        .. policy.Rules.Select(r => r.Groups),
        .. policy.Rules.SelectMany(r => r.DenySymbols.Concat(r.UnlessSymbols)).SelectMany(s => Of(s.Peer)),
        .. policy.Baselines.Select(b => b.Groups),
        .. policy.Baselines.SelectMany(b => (b.Ingress ?? []).Concat(b.Egress ?? [])).SelectMany(e => e.Symbols).SelectMany(Of),
        .. policy.Requirements.Select(r => r.Groups),
    ];

    private static IEnumerable<GroupSelector> Of(PeerSymbol symbol) => symbol is PeerSymbol.Group group ? [group.Selector] : [];

    private static IEnumerable<GroupFact> Facts(GroupSelector selector) => selector switch
    {
        GroupSelector.ByText text => [text.Fact],
        GroupSelector.Named named => Facts(named.Meaning),
        GroupSelector.All all => all.Of.SelectMany(Facts),
        GroupSelector.OneOf oneOf => oneOf.Of.SelectMany(Facts),
        GroupSelector.Not not => Facts(not.Other),
        _ => [],
    };
}
