using Remediator.Cli.Inputs;
using Remediator.Findings;

namespace Remediator.Cli.Screens;

/// <summary>What <c>lint</c> shows: each problem, and one line about all of them.</summary>
internal static class LintText
{
    public static void Write(Screen screen, PolicyFile file, IReadOnlyCollection<Problem> problems)
    {
        var source = new SourceLine(file.Text);
        foreach (var problem in problems)
        {
            ProblemText.Write(screen, problem, source);
            screen.Blank();
        }

        screen.Write(Summary(file, problems));
    }

    private static Line Summary(PolicyFile file, IReadOnlyCollection<Problem> problems)
    {
        var name = SafeText.Line(file.Name, 200);
        var (errors, warnings) = (problems.Count(p => p.IsError), problems.Count(p => !p.IsError));
        if (file.Policy is not { } policy)
            return new Line().Add("✗ ", Tone.Bad).Add($"{name} cannot be used: {Counted.Of(errors, "error")}, {Counted.Of(warnings, "warning")}");
        var tests = policy.Tests.IsEmpty ? "" : $", {Counted.Of(policy.Tests.Length, "test")}";
        var what = $"{name}: {Counted.Of(policy.Rules.Select(r => r.Id).Distinct().Count(), "rule")}, {(policy.Mode == Policies.Mode.Enforce ? "enforces" : "only observes")}{tests}";
        return warnings == 0
            ? new Line().Add("✓ ", Tone.Good).Add($"{what}; nothing to complain about")
            : new Line().Add("! ", Tone.Doubt).Add($"{what}; {Counted.Of(warnings, "warning")}");
    }
}
