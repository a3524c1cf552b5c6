namespace Remediator.Policies;

/// <summary>What a rule asks for, weakest first: among several enforcing rules the strongest wins.</summary>
public enum RuleAction
{
    Notify,

    /// <summary>Keep of the permission what nobody forbade, in pieces that a person would have written.</summary>
    Trim,

    Revoke,
}
