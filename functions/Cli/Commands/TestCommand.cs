using System.CommandLine;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Cli.Screens;
using Remediator.Verdicts;

namespace Remediator.Cli.Commands;

/// <summary><c>remediator test POLICY</c>: runs the policy's own tests.</summary>
internal static class TestCommand
{
    private const string Description = "Runs the `tests:` of a policy. Exits with 2 when one fails, with 3 when the policy cannot be used.";

    public static Command Create(Surroundings world)
    {
        var policy = new Argument<string>("POLICY") { Description = "the policy file, or `-`" };
        var format = Choices.Format();
        var command = new Command("test", Description) { policy, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(policy), parsed.GetValue(format) == Choices.Json, world));
        return command;
    }

    private static int Run(string path, bool json, Surroundings world)
    {
        var file = PolicyFile.Read(path, world, out var unread);
        var problems = file?.Problems ?? [unread!];
        ImmutableArray<TestOutcome> outcomes = file?.Policy is { } policy ? PolicyTester.RunAll(policy) : [];
        if (json) JsonPage.Write(world.Out, page => TestsJson.Write(page, file, outcomes, problems));
        else if (file?.Policy is not null) TestsText.Write(Screen.Of(world), file, outcomes);
        Told.Write(problems, file, json, world);
        if (file is null) return ExitCode.CouldNotRun;
        if (file.Policy is null) return ExitCode.PolicyInvalid;
        return outcomes.All(o => o.Passed) ? ExitCode.Clean : ExitCode.Violations;
    }
}
