using System.Runtime.CompilerServices;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>A policy as the judge asks it: every rule of all three kinds, by direction, worked out once and kept as long as the policy.</summary>
internal sealed class PolicyIndex
{
    private static readonly ConditionalWeakTable<Policy, PolicyIndex> Known = [];

    private readonly ImmutableArray<IndexedRule> _ingress;
    private readonly ImmutableArray<IndexedRule> _egress;
    private readonly double _publicIPv4;
    private readonly double _publicIPv6;

    private PolicyIndex(Policy policy)
    {
        Policy = policy;
        ImmutableArray<IndexedRule> all =
        [
            .. policy.Rules.Select(rule => new IndexedRule(rule, null)),
            .. policy.Changes.Select(control => new IndexedRule(OwnRules.Of(control), control)),
            .. policy.Baselines.SelectMany(OwnRules.Of).Select(rule => new IndexedRule(rule, null)),
        ];
        _ingress = [.. all.Where(rule => rule.IsAbout(Direction.Ingress))];
        _egress = [.. all.Where(rule => rule.IsAbout(Direction.Egress))];
        HasLimits = policy.Rules.Any(rule => rule.MaxAddresses is not null);
        var internet = AddressSet.All.Minus(policy.Private);
        (_publicIPv4, _publicIPv6) = ((double)internet.Count(AddressFamily.IPv4), (double)internet.Count(AddressFamily.IPv6));
    }

    public Policy Policy { get; }

    /// <summary>Some rule has <see cref="Rule.MaxAddresses"/>.</summary>
    public bool HasLimits { get; }

    /// <summary>Made on first use, by whichever thread comes first.</summary>
    public static PolicyIndex Of(Policy policy) => Known.GetValue(policy, static p => new(p));

    /// <summary>In the policy's order: its rules, its change control, its baselines.</summary>
    public ImmutableArray<IndexedRule> Rules(Direction direction) => direction == Direction.Ingress ? _ingress : _egress;

    /// <summary>The public ones of these addresses over all public addresses of the family, 0 to 1.</summary>
    public double ShareOfInternet(AddressSet addresses, AddressFamily family)
    {
        var all = family == AddressFamily.IPv4 ? _publicIPv4 : _publicIPv6;
        return all == 0 ? 0 : (double)addresses.Of(family).Minus(Policy.Private).Count(family) / all;
    }
}
