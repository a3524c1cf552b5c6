using System.CommandLine;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Cli.Screens;

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
        var problems = file.Problems;
        if (json) JsonPage.Write(world.Out, page => LintJson.Write(page, file, problems));
        else LintText.Write(Screen.Of(world), file, problems);
        var invalid = problems.Any(p => p.IsError || strict);
        return invalid ? ExitCode.PolicyInvalid : ExitCode.Clean;
    }
}
