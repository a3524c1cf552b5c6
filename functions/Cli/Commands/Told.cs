using Remediator.Cli.Inputs;
using Remediator.Cli.Screens;
using Remediator.Findings;

namespace Remediator.Cli.Commands;

/// <summary>Problems on standard error, whatever the format: whoever reads the document alone finds them there too.</summary>
internal static class Told
{
    /// <param name="policy">The policy file, to show its lines; null when it could not be read.</param>
    /// <param name="json">Then one line each, and only errors.</param>
    public static void Write(IReadOnlyCollection<Problem> problems, PolicyFile? policy, bool json, Surroundings world)
    {
        var errors = new Screen(world.Error, colours: false, width: null);
        var usable = policy?.Policy is not null;
        var source = policy is null ? null : new SourceLine(policy.Text);
        foreach (var problem in problems)
        {
            if (json && problem.IsError) errors.Write(Line.Of(problem.ToString()));
            // What only lint is about would stand between the reader and the answer.
            else if (!json && !(usable && problem.Code is not null)) ProblemText.Write(errors, problem, problem.Code is null ? null : source);
        }

        // Not how many: lint looks further, and finds more.
        if (!json && usable && problems.Any(p => p.Code is not null))
            errors.Write(Line.Of($"{SafeText.Line(policy!.Name, 200)} has warnings; `remediator lint` shows them"));
    }
}
