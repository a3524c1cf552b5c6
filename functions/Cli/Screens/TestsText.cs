using Remediator.Cli.Inputs;
using Remediator.Findings;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What <c>test</c> shows: a tick or a cross for each test, and what differs.</summary>
internal static class TestsText
{
    private const int MostOfName = 150;

    public static void Write(Screen screen, PolicyFile file, ImmutableArray<TestOutcome> outcomes)
    {
        var name = SafeText.Line(file.Name, 200);
        if (outcomes.IsEmpty)
        {
            screen.Write(new Line().Add("? ", Tone.Doubt).Add($"{name} has no tests; write some under `tests:`, so that a change of the policy shows what it changes"));
            return;
        }

        foreach (var outcome in outcomes) Write(screen, outcome);
        screen.Blank();
        var failed = outcomes.Count(o => !o.Passed);
        screen.Write(failed == 0
            ? new Line().Add("✓ ", Tone.Good).Add($"{name}: {Counted.Of(outcomes.Length, "test")}, {(outcomes.Length == 1 ? "it passes" : "all pass")}")
            : new Line().Add("✗ ", Tone.Bad).Add($"{name}: {Counted.Number(failed)} of {Counted.Of(outcomes.Length, "test")} failed"));
    }

    private static void Write(Screen screen, TestOutcome outcome)
    {
        var test = outcome.Test;
        var (sign, tone) = outcome.Passed ? ("✓", Tone.Good) : ("✗", Tone.Bad);
        var line = new Line().Add($"{sign} ", tone).Add(SafeText.Line(test.Name, MostOfName));
        screen.Write(outcome.Passed ? line : line.Add($"  ({SafeText.Line(test.Place.ToString(), 250)})", Tone.Quiet));
        foreach (var difference in outcome.Differences) screen.Write(new Line().Add("    ").Add(SafeText.Line(difference, 600)));
        if (!outcome.Passed) screen.Write(new Line().Add("    judged: ", Tone.Quiet).Add(PermissionText.Of(test.Permission, test.Group.Key)));
    }
}
