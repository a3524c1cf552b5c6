using System.CommandLine;
using Remediator.Cli.Audits;
using Remediator.Cli.Describe;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Cli.Screens;

namespace Remediator.Cli.Commands;

/// <summary><c>remediator audit --policy POLICY --input GROUPS</c>: every permission of saved groups, judged.</summary>
internal static class AuditCommand
{
    private const string Description = "Judges every permission of saved security groups. Exits with 2 when there is a violation, with 1 when a part of the input could not be read.";

    public static Command Create(Surroundings world)
    {
        var (policy, format) = (Choices.Policy(), Choices.Format());
        var input = new Option<string>("--input") { Description = "what `aws ec2 describe-security-groups` prints, or `-`", HelpName = "GROUPS", Required = true };
        var (rules, lists, interfaces, region) = (Choices.Rules(), Choices.PrefixLists(), Choices.Interfaces(), Choices.Region());
        var all = new Option<bool>("--all") { Description = "show what is compliant, too" };
        var command = new Command("audit", Description) { policy, input, rules, lists, interfaces, region, all, format };
        command.SetAction(parsed =>
        {
            var files = new DescribeFiles(parsed.GetRequiredValue(input), parsed.GetValue(rules), parsed.GetValue(lists), parsed.GetValue(interfaces), parsed.GetValue(region));
            return Run(parsed.GetRequiredValue(policy), files, parsed.GetValue(all), parsed.GetValue(format) == Choices.Json, world);
        });
        return command;
    }

    private static int Run(string policyPath, DescribeFiles files, bool all, bool json, Surroundings world)
    {
        if (Usage.StandardInputTwice([policyPath, .. files.Paths]) is { } twice) return Usage.Refuse([twice], json, world);
        var file = PolicyFile.Read(policyPath, world, out var unread);
        if (file?.Policy is not { } policy) return Refuse(file, unread, json, world);
        var described = files.Read(world);
        var audit = Auditor.Run(policy, files, described, world.Clock.GetUtcNow());
        ImmutableArray<Problem> problems = [.. file.Problems, .. described.Problems, .. UnknownKeys.Check(policy, files, described)];
        if (json) JsonPage.Write(world.Out, page => AuditJson.Write(page, audit, problems));
        else AuditText.Write(Screen.Of(world), audit, all);
        Told.Write(problems, file, json, world);
        return problems.Any(p => p.IsError) ? ExitCode.CouldNotRun : audit.HasViolations ? ExitCode.Violations : ExitCode.Clean;
    }

    /// <summary>Without a policy nothing is judged; the document has its usual shape.</summary>
    private static int Refuse(PolicyFile? file, Problem? unread, bool json, Surroundings world)
    {
        var problems = file?.Problems ?? [unread!];
        if (json) JsonPage.Write(world.Out, page => AuditJson.Write(page, null, problems));
        Told.Write(problems, file, json, world);
        return file is null ? ExitCode.CouldNotRun : ExitCode.PolicyInvalid;
    }
}
