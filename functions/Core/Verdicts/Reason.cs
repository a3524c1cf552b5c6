using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Why one rule has something to say about a permission.</summary>
/// <param name="Decision">Violation or Undecided.</param>
/// <param name="Forbidden">For a violation, what of the permission the rule surely forbids; for Undecided, what it may forbid at most.</param>
/// <param name="Observing">The rule only watches: it is told, never acted on.</param>
public sealed record Reason(Rule Rule, Decision Decision, TrafficSet Forbidden, bool Observing)
{
    /// <summary>What the rule asks for in this case.</summary>
    public RuleAction Asks => Decision == Decision.Violation ? Rule.Action : Rule.Undecided;
}
