using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Why one rule has something to say about a permission.</summary>
/// <param name="Decision">Violation or Undecided.</param>
/// <param name="Forbidden">For a violation, what of the permission the rule surely forbids; for Undecided, what it may forbid at most.</param>
/// <param name="Observing">The rule only watches: it is told, never acted on.</param>
public sealed record Reason(Rule Rule, Decision Decision, TrafficSet Forbidden, bool Observing)
{
    /// <summary>A baseline that is out of date: whoever opened this may change the group, so that the baseline only tells.</summary>
    public bool Outdated { get; init; }

    /// <summary>Too much is open by what all permissions of the group admit together, and this was found by a sweep: which of them has
    /// to go is for people to say.</summary>
    public bool OnlyTells { get; init; }

    /// <summary>Found by a sweep that may only tell of it: why, in a few words for people; null otherwise.</summary>
    public string? OnlyToldBecause { get; init; }

    /// <summary>For Undecided: what is not known, for people; null otherwise. Ids in backticks, and hostile like all that was read.</summary>
    public string? Because { get; init; }

    /// <summary>What the rule asks for in this case.</summary>
    public RuleAction Asks
    {
        get
        {
            if (Outdated || OnlyTells || OnlyToldBecause is not null) return RuleAction.Notify;
            return Decision == Decision.Violation ? Rule.Action : Rule.Undecided;
        }
    }
}
