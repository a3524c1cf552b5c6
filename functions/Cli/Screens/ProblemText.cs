using Remediator.Cli.Inputs;

namespace Remediator.Cli.Screens;

/// <summary>One problem for people: where, what, the line of the file, and what to do.</summary>
internal static class ProblemText
{
    /// <param name="source">The lines of the policy that the problem is in; null for other files.</param>
    public static void Write(Screen screen, Problem problem, SourceLine? source)
    {
        var head = problem.Where is { Length: > 0 } where ? new Line().Add(where, Tone.Strong).Add(": ") : new Line();
        screen.Write(head
            .Add(problem.IsError ? "error" : "warning", problem.IsError ? Tone.Bad : Tone.Doubt)
            .Add(problem.Code is null ? "" : $" {problem.Code}")
            .Add($": {problem.Message}"));
        if (source is not null && problem.Line is { } line)
            foreach (var shown in source.Show(line, problem.Column ?? 1)) screen.Write(shown);
        screen.Write(new Line().Add("  help: ", Tone.Quiet).Add(problem.Help));
    }
}
