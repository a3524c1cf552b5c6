using System.CommandLine;
using Remediator.Changes;
using Remediator.Cli.Describe;
using Remediator.Cli.Explanations;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Cli.Reactions;
using Remediator.Cli.Screens;

namespace Remediator.Cli.Commands;

/// <summary><c>remediator explain --policy POLICY EVENT</c>: what the functions would decide about one event or finding, and why.</summary>
internal static class ExplainCommand
{
    private const string Description = "Says what would be decided about one event, or how one GuardDuty finding would be answered, and why. Exits with 2 when there is a violation, with 1 when the event cannot be read.";

    public static Command Create(Surroundings world)
    {
        var (policy, format) = (Choices.Policy(), Choices.Format());
        var change = new Argument<string>("EVENT") { Description = "an event as EventBridge delivers it, a record of CloudTrail, or a GuardDuty finding; or `-`" };
        var groups = new Option<string>("--groups") { Description = "what `aws ec2 describe-security-groups` prints: names, tags and what the groups hold", HelpName = "FILE" };
        var (rules, lists, interfaces) = (Choices.Rules(), Choices.PrefixLists(), Choices.Interfaces());
        var command = new Command("explain", Description) { policy, change, groups, rules, lists, interfaces, format };
        command.SetAction(parsed =>
        {
            var files = new DescribeFiles(parsed.GetValue(groups), parsed.GetValue(rules), parsed.GetValue(lists), parsed.GetValue(interfaces), null);
            return Run(parsed.GetRequiredValue(policy), parsed.GetRequiredValue(change), files, parsed.GetValue(format) == Choices.Json, world);
        });
        return command;
    }

    private static int Run(string policyPath, string eventPath, DescribeFiles files, bool json, Surroundings world)
    {
        if (Usage.StandardInputTwice([policyPath, eventPath, .. files.Paths]) is { } twice) return Usage.Refuse([twice], json, world);
        var file = PolicyFile.Read(policyPath, world, out var unread);
        if (file?.Policy is not { } policy) return Answer(new(null, null, []), file, file?.Problems ?? [unread!], json, world);
        var described = files.Read(world);
        var problems = new List<Problem>([.. file.Problems, .. described.Problems]);
        var read = InputFile.Read(eventPath, world, out var unreadable);
        if (read is null) problems.Add(unreadable!);
        if (read is not null && FindingFile.Read(read) is { } finding) return Answer(new(policy, finding), read, file, problems, json, world);
        var reading = read is null ? null : Reading(read, problems);
        ImmutableArray<Explanation> explanations = reading is null ? [] : new Explainer(policy, described, world.Clock.GetUtcNow()).Explain(reading);
        return Answer(new(policy, reading, explanations) { GroupsGiven = files.Groups is not null }, file, [.. problems], json, world);
    }

    private static ChangeReading? Reading(InputFile file, List<Problem> problems)
    {
        var reading = EventFile.Read(file, problems);
        if (reading is not Unreadable unreadable) return reading;
        problems.AddRange(unreadable.Problems.Select(p => Problem.Error(file.Name, p, "save the whole event as EventBridge or CloudTrail shows it")));
        return null;
    }

    private static int Answer(Reaction reaction, InputFile read, PolicyFile file, List<Problem> problems, bool json, Surroundings world)
    {
        problems.AddRange(reaction.Problems.Select(p => Problem.Error(read.Name, p, "save the whole finding as EventBridge, GetFindings or the CLI shows it")));
        if (json) JsonPage.Write(world.Out, page => ReactionJson.Write(page, reaction, problems));
        else ReactionText.Write(Screen.Of(world), reaction);
        Told.Write(problems, file, json, world);
        return problems.Any(p => p.IsError) ? ExitCode.CouldNotRun : ExitCode.Clean;
    }

    private static int Answer(Story story, PolicyFile? file, ImmutableArray<Problem> problems, bool json, Surroundings world)
    {
        if (json) JsonPage.Write(world.Out, page => StoryJson.Write(page, story, problems));
        else if (story.Reading is not null) StoryText.Write(Screen.Of(world), story);
        Told.Write(problems, file, json, world);
        if (file is not null && story.Policy is null) return ExitCode.PolicyInvalid;
        if (problems.Any(p => p.IsError)) return ExitCode.CouldNotRun;
        return story.Explanations.Any(e => e.HasViolations) ? ExitCode.Violations : ExitCode.Clean;
    }
}
