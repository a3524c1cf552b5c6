namespace Remediator.Policies;

/// <summary>What a rule asks for, weakest first: among several enforcing rules the strongest wins.</summary>
public enum RuleAction
{
    Notify,
    Revoke,
}
