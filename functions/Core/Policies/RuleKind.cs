namespace Remediator.Policies;

/// <summary>Where a rule comes from, lowest first: a higher one outranks a lower one.</summary>
public enum RuleKind
{
    /// <summary>What a <c>baselines</c> entry does not name: everything else in the group is extra.</summary>
    Baseline,

    /// <summary>A <c>changes</c> entry: the actor may not open anything here.</summary>
    ChangeControl,

    /// <summary>A rule of <c>rules</c>.</summary>
    Deny,

    /// <summary>No rule of the policy: the answer to a threat, which outranks them all. It names the door that an attack came through.</summary>
    Threat,
}
