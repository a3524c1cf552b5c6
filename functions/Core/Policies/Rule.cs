using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>One policy rule: traffic that is forbidden, but for what <see cref="Unless"/> allows.</summary>
/// <param name="Direction">Null: the rule is about both.</param>
/// <param name="Deny">What is forbidden.</param>
/// <param name="Unless">What is allowed all the same; empty when the rule has no exception.</param>
/// <param name="Mode">The rule's own mode; null: the policy's.</param>
/// <param name="Action">For a violation.</param>
/// <param name="Undecided">For a peer that cannot be read (a prefix list, say).</param>
/// <param name="Controls">Names of published controls that the rule answers, such as <c>EC2.13</c>.</param>
public sealed record Rule(
    string Id,
    string Name,
    Direction? Direction,
    TrafficSet Deny,
    TrafficSet Unless,
    Severity Severity,
    RuleAction Action,
    RuleAction Undecided,
    Mode? Mode,
    string Why,
    ImmutableArray<string> Controls,
    Place Place)
{
    // No `with` may change these two, since it would leave Forbids as it was.
    public TrafficSet Deny { get; } = Deny;

    public TrafficSet Unless { get; } = Unless;

    /// <summary>Deny without Unless, computed once: what the rule forbids, as far as addresses go.</summary>
    public TrafficSet Forbids { get; } = Deny.Minus(Unless);

    /// <summary>The part of <c>deny</c> whose peers are no addresses.</summary>
    public ImmutableArray<SymbolicTraffic> DenySymbols { get; init; } = [];

    /// <summary>The part of <c>unless</c> whose peers are no addresses.</summary>
    public ImmutableArray<SymbolicTraffic> UnlessSymbols { get; init; } = [];

    /// <summary>The groups that the rule is about.</summary>
    public GroupSelector Groups { get; init; } = GroupSelector.Any;

    /// <summary>When set, what <see cref="Deny"/> names is forbidden only where all permissions of the group together admit more.</summary>
    public MaxAddresses? MaxAddresses { get; init; }

    public RuleKind Kind { get; init; } = RuleKind.Deny;

    public WhenLedgerDown WhenLedgerDown { get; init; } = WhenLedgerDown.Hold;

    /// <summary>The rule's own word on the sweep; null: the policy's.</summary>
    public Sweep? Sweep { get; init; }

    /// <summary>The day by which somebody is to look at the rule again; lint tells when it is past. Null: none.</summary>
    public DateOnly? Review { get; init; }
}
