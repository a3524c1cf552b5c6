using System.CommandLine;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Cli.Screens;
using Remediator.Diagnostics;
using Remediator.Findings;
using Remediator.Policies.Checks;
using Remediator.Verdicts;

namespace Remediator.Cli.Commands;

/// <summary><c>remediator lint POLICY</c>: everything that is wrong with a policy file, with its place.</summary>
internal static class LintCommand
{
    public static Command Create(Surroundings world)
    {
        var policy = new Argument<string>("POLICY") { Description = "the policy file, or `-`" };
        var strict = new Option<bool>("--strict") { Description = "exit with 3 for warnings too" };
        var format = Choices.Format();
        var command = new Command("lint", "Shows every mistake in a policy file, with its line. Exits with 3 when the policy cannot be used.") { policy, strict, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(policy), parsed.GetValue(strict), parsed.GetValue(format) == Choices.Json, world));
        return command;
    }

    private static int Run(string path, bool strict, bool json, Surroundings world)
    {
        if (PolicyFile.Read(path, world, out var unread) is not { } file) return Usage.Refuse([unread!], json, world);
        var problems = Problems(file, DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime));
        if (json) JsonPage.Write(world.Out, page => LintJson.Write(page, file, problems));
        else LintText.Write(Screen.Of(world), file, problems);
        var invalid = problems.Any(p => p.IsError || strict);
        return invalid ? ExitCode.PolicyInvalid : ExitCode.Clean;
    }

    /// <summary>What reading found, and what can be said only of a policy that is whole; from the top of the file down.</summary>
    private static ImmutableArray<Problem> Problems(PolicyFile file, DateOnly today)
    {
        if (file.Policy is not { } policy) return file.Problems;
        var found = Linter.Check(policy, today).Concat(PolicyTester.RunAll(policy).Where(outcome => !outcome.Passed).Select(Failed));
        return [.. file.Problems.Concat(found.Select(Problem.Of)).OrderBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }

    private static Diagnostic Failed(TestOutcome outcome) => Codes.TestFails.At(
        outcome.Test.Place, $"the test {UserText.Quote(outcome.Test.Name)} fails: {SafeText.Line(string.Join("; ", outcome.Differences), 600)}", "change the rule or the test, so that they say the same");
}
