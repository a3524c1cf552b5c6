namespace Remediator.Policies;

public enum Severity
{
    Informational,
    Low,
    Medium,
    High,
    Critical,
}
