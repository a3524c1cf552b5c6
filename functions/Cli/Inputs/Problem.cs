using Remediator.Diagnostics;
using Remediator.Findings;

namespace Remediator.Cli.Inputs;

/// <summary>One thing that is wrong with what the program was given: a policy, another file, the command line.</summary>
/// <param name="File">As it was named; null for the command line.</param>
/// <param name="Message">Safe to show.</param>
internal sealed record Problem(DiagnosticSeverity Severity, string? File, string Message, string Help)
{
    /// <summary><c>POLnnn</c>; policies alone have codes.</summary>
    public string? Code { get; init; }

    /// <summary>Counted from 1; policies alone have lines.</summary>
    public int? Line { get; init; }

    public int? Column { get; init; }

    /// <summary>Where in a JSON file: <c>SecurityGroups[0].IpPermissions[2]</c>.</summary>
    public string? Path { get; init; }

    public bool IsError => Severity == DiagnosticSeverity.Error;

    /// <summary><c>policy.yaml:3:5</c>, <c>groups.json: SecurityGroups[0]</c>, or the file alone; empty for the command line.</summary>
    public string Where => File is null ? "" : Line is { } line
        ? new Place(SafeText.Line(File, 200), line, Column ?? 1).ToString()
        : Path is { Length: > 0 } path ? $"{SafeText.Line(File, 200)}: {path}" : SafeText.Line(File, 200);

    public static Problem Of(Diagnostic diagnostic) => new(diagnostic.Severity, diagnostic.Place.File, diagnostic.Message, diagnostic.Help)
    {
        Code = diagnostic.Code,
        Line = diagnostic.Place.Line,
        Column = diagnostic.Place.Column,
    };

    public static Problem Error(string? file, string message, string help) => new(DiagnosticSeverity.Error, file, message, help);

    public override string ToString() =>
        $"{(Where is { Length: > 0 } where ? where + ": " : "")}{(IsError ? "error" : "warning")}{(Code is null ? "" : " " + Code)}: {Message}; {Help}";
}
