namespace Remediator.Diagnostics;

/// <summary>One thing that is wrong with a policy file: a stable code (<c>POLnnn</c>, never renumbered), where, what, and what to do.</summary>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, Place Place, string Message, string Help)
{
    public override string ToString() => $"{Place}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Message}; {Help}";
}
