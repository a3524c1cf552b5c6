using System.CommandLine;
using System.CommandLine.Parsing;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Findings;

namespace Remediator.Cli.Commands;

/// <summary>What is wrong with a command line, told before anything is read.</summary>
internal static class Usage
{
    public static int Refuse(ParseResult parsed, IReadOnlyList<string> arguments, Surroundings world)
    {
        var verb = string.Concat(Verbs(parsed).Reverse().Select(name => $"{name} "));
        var help = $"`remediator {verb}--help` shows what is expected";
        var problems = parsed.Errors.Select(e => Problem.Error(null, Sentence(e.Message), help)).ToList();
        return Refuse(problems, WantsJson(arguments), world);
    }

    /// <summary>From the innermost outwards: <c>close</c>, <c>lease</c>.</summary>
    private static IEnumerable<string> Verbs(ParseResult parsed)
    {
        for (var at = parsed.CommandResult; at.Command is not RootCommand; at = (CommandResult)at.Parent!) yield return at.Command.Name;
    }

    /// <summary>Standard input can be read once.</summary>
    public static Problem? StandardInputTwice(IEnumerable<string> paths) => paths.Count(p => p == InputFile.StandardInput) > 1
        ? Problem.Error(null, "`-` stands for more than one file, and standard input can be read once", "write all but one of them to files")
        : null;

    public static int Refuse(IReadOnlyList<Problem> problems, bool json, Surroundings world)
    {
        foreach (var problem in problems) world.Error.WriteLine(problem);
        if (json) JsonPage.Write(world.Out, page => ProblemsJson.Write(page, problems));
        return ExitCode.CouldNotRun;
    }

    /// <summary>Asked of the words themselves: a command line that was refused has no options.</summary>
    private static bool WantsJson(IReadOnlyList<string> arguments) =>
        arguments.Contains($"{Choices.FormatName}=json") || arguments.Contains($"{Choices.FormatName}:json")
        || arguments.Zip(arguments.Skip(1)).Any(pair => pair is (Choices.FormatName, "json"));

    /// <summary>As our own messages are: lower case start, no final stop, one harmless line.</summary>
    private static string Sentence(string message)
    {
        var line = SafeText.Line(string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), 300).TrimEnd('.').Replace('\'', '`');
        return line.Length == 0 ? line : char.ToLowerInvariant(line[0]) + line[1..];
    }
}
