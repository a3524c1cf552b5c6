using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Verdicts;

/// <summary>What the policy says of one permission, with every rule that says it. <see cref="Judge"/> tells how reasons add up.</summary>
/// <param name="Reasons">Each rule that forbids some of it or cannot tell, in the policy's order; empty when compliant.</param>
/// <param name="Severity">The highest of the reasons that carry the decision; Informational when compliant.</param>
/// <param name="Action">The strongest that an enforcing rule asks for; null when compliant or when all its rules only observe.</param>
/// <param name="Forbidden">The union of what the reasons forbid that carry the decision: of the enforcing ones where there are any,
/// else of the observing ones.</param>
/// <param name="IPv4Addresses">How many IPv4 addresses are forbidden on some service, exact; 0 for a peer whose addresses are unknown.</param>
/// <param name="IPv6Addresses">The same for IPv6.</param>
/// <param name="ShareOfInternet">The forbidden public addresses over all public addresses of the permission's own family, 0 to 1; 0
/// for a peer whose addresses are unknown.</param>
public sealed record Verdict(
    Permission Permission,
    Decision Decision,
    ImmutableArray<Reason> Reasons,
    Severity Severity,
    RuleAction? Action,
    TrafficSet Forbidden,
    BigInteger IPv4Addresses,
    BigInteger IPv6Addresses,
    double ShareOfInternet)
{
    /// <summary>The ids of the rules that carry the decision, in the policy's order: for a violation those that surely forbid some of
    /// it, and not those that could not tell.</summary>
    public IEnumerable<string> Rules => Reasons.Where(r => Decision == Decision.Waived || r.Decision == Decision).Select(r => r.Rule.Id).Distinct();

    /// <summary>An enforcing rule asks for the permission to be removed.</summary>
    public bool AsksForRevoke => Action == RuleAction.Revoke;

    /// <summary>An enforcing rule asks for the permission to be cut down to <see cref="Remainder"/>. INVARIANT: that is then not empty.</summary>
    public bool AsksForTrim => Action == RuleAction.Trim;

    /// <summary>An enforcing rule asks for the permission to be changed, in one way or the other.</summary>
    public bool AsksToAct => AsksForRevoke || AsksForTrim;

    /// <summary>For a violation whose action is trim: the pieces that would remain, the fewest that do it, each compliant in itself.
    /// Empty when nothing would, and then the action is revoke.</summary>
    public ImmutableArray<Permission> Remainder { get; init; } = [];

    /// <summary>For trim: what goes besides the forbidden part (private addresses on the denied ports, other protocols).</summary>
    public TrafficSet Dropped { get; init; } = TrafficSet.Empty;

    /// <summary>What of the permission is forbidden and waived.</summary>
    public TrafficSet Waived { get; init; } = TrafficSet.Empty;

    /// <summary>The waivers in force that cover some of the forbidden part.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>What a read could add that may change this verdict; nothing when it is final.</summary>
    public Needs Needs { get; init; } = Needs.Nothing;

    /// <summary>Only observing rules carry the decision, and one of them would have removed the permission.</summary>
    public bool WouldRevoke => Action is null && Reasons.Any(r => r.Observing && r.Asks == RuleAction.Revoke);

    /// <summary>As <see cref="WouldRevoke"/>, where one of them would have cut it down.</summary>
    public bool WouldTrim => Action is null && Reasons.Any(r => r.Observing && r.Asks == RuleAction.Trim);
}
