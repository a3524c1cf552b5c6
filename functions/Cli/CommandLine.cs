using System.CommandLine;
using Remediator.Cli.Commands;

namespace Remediator.Cli;

/// <summary>The whole program: arguments and surroundings in, exit code out.</summary>
public static class CommandLine
{
    private const string Description = """
        Says what a policy for security groups would do, offline: nothing here calls AWS.

        Exit codes: 0 clean · 1 could not run · 2 violations found, or a policy's test failed · 3 policy file invalid
        """;

    public static int Run(IReadOnlyList<string> arguments, Surroundings world)
    {
        var root = new RootCommand(Description)
        {
            LintCommand.Create(world),
            TestCommand.Create(world),
            ExplainCommand.Create(world),
            AuditCommand.Create(world),
        };
        root.HelpName = "remediator";
        // No argument is a file of arguments: `@` begins a path like any other.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0) return Usage.Refuse(parsed, arguments, world);
        return parsed.Invoke(new InvocationConfiguration { Output = world.Out, Error = world.Error, EnableDefaultExceptionHandler = false });
    }
}
