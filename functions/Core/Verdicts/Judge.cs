using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Puts a permission to every rule of a policy. Pure: the same two give the same verdict.</summary>
/// <remarks>Every rule is asked and none stops another, so that adding a rule never weakens what the others ask for:
/// <code>
/// reasons                                   decision     severity, forbidden from     action: the strongest of
/// none                                      compliant    none                         none
/// enforcing violations, any others          violation    the violations               all enforcing reasons
/// observing violations, enforcing undecided violation    the violations               the undecided reasons' `undecided`
/// observing violations, observing undecided violation    the violations               none: null
/// undecided alone, some enforcing           undecided    the undecided reasons        the enforcing ones' `undecided`
/// undecided alone, all observing            undecided    the undecided reasons        none: null
/// </code>
/// Severity counts observing reasons too, since people are told of them; forbidden counts them only where no enforcing one carries
/// the decision. The third line: a rule that only watches must not hold back one that was told to revoke what it cannot read.</remarks>
public static class Judge
{
    /// <summary>One permission by itself: what all permissions of the group together admit is not asked.</summary>
    public static Verdict Decide(Policy policy, Permission permission, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Decide(policy, permission);
    }

    /// <summary>All of these, in their order, compliant ones too; and what they admit together with the rest of the group.</summary>
    /// <param name="permissions">For an event: what it opened, oldest first. For an audit: all that the group holds.</param>
    public static ImmutableArray<Verdict> DecideAll(Policy policy, ImmutableArray<Permission> permissions, Situation situation) =>
        [.. permissions.Select(permission => Decide(policy, permission, situation))];

    public static Verdict Decide(Policy policy, Permission permission)
    {
        var reach = PeerReach.Of(permission.Peer, policy.Private);
        var question = new RuleQuestion(permission, reach, policy.Mode);
        ImmutableArray<Reason>.Builder? reasons = null;
        foreach (var rule in policy.Rules)
            if (question.Ask(rule) is { } reason) (reasons ??= ImmutableArray.CreateBuilder<Reason>()).Add(reason);
        return reasons is null ? Compliant(permission) : Weigh(permission, reach, reasons.ToImmutable(), policy.Private);
    }

    private static Verdict Compliant(Permission permission) =>
        new(permission, Decision.Compliant, [], Severity.Informational, null, TrafficSet.Empty, BigInteger.Zero, BigInteger.Zero, 0);

    private static Verdict Weigh(Permission permission, PeerReach reach, ImmutableArray<Reason> reasons, AddressSet privateAddresses)
    {
        var decision = reasons.Max(r => r.Decision);
        var carrying = reasons.Where(r => r.Decision == decision).ToList();
        var enforced = carrying.Where(r => !r.Observing).ToList();
        var forbidden = (enforced.Count > 0 ? enforced : carrying).Aggregate(TrafficSet.Empty, (sum, r) => sum.Union(r.Forbidden));
        var counted = reach.Exact ? forbidden.Addresses : AddressSet.Empty;
        return new(
            permission,
            decision,
            reasons,
            carrying.Max(r => r.Rule.Severity),
            StrongestAction(reasons),
            forbidden,
            counted.Count(AddressFamily.IPv4),
            counted.Count(AddressFamily.IPv6),
            ShareOfInternet(permission.Peer, counted, privateAddresses));
    }

    private static RuleAction? StrongestAction(ImmutableArray<Reason> reasons) => reasons
        .Where(r => !r.Observing)
        .Select(r => (RuleAction?)r.Asks)
        .Max();

    private static double ShareOfInternet(Peer peer, AddressSet forbidden, AddressSet privateAddresses)
    {
        if (peer is not Peer.Block block) return 0;
        var everything = AddressSet.All.Minus(privateAddresses).Count(block.Cidr.Family);
        return everything.IsZero ? 0 : (double)forbidden.Minus(privateAddresses).Count(block.Cidr.Family) / (double)everything;
    }
}
