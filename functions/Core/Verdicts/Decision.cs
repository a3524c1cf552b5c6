namespace Remediator.Verdicts;

/// <summary>Undecided is never taken for compliant: somebody is always told.</summary>
public enum Decision
{
    Compliant,

    /// <summary>Forbidden, and all that is forbidden of it is waived.</summary>
    Waived,

    Undecided,
    Violation,
}
