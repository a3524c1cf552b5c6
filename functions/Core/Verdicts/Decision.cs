namespace Remediator.Verdicts;

/// <summary>Undecided is never taken for compliant: somebody is always told.</summary>
public enum Decision
{
    Compliant,
    Undecided,
    Violation,
}
