namespace Remediator.Diagnostics;

/// <summary>An error means the policy cannot be used; a warning that it can, but hardly as meant.</summary>
public enum DiagnosticSeverity
{
    Warning,
    Error,
}
