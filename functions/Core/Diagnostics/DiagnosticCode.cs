namespace Remediator.Diagnostics;

/// <summary>One kind of problem that a policy file can have.</summary>
/// <param name="Id"><c>POLnnn</c>: never renumbered, never given a second meaning.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Meaning">What it means for whoever wrote the file.</param>
public sealed record DiagnosticCode(string Id, DiagnosticSeverity Severity, string Title, string Meaning)
{
    /// <summary>No longer raised; its number is never used for anything else.</summary>
    public bool IsRetired { get; init; }

    /// <summary>This problem, found somewhere.</summary>
    public Diagnostic At(Place place, string message, string help) => new(Id, Severity, place, message, help);
}
