using System.CommandLine;
using Remediator.Cli.Commands;
using Remediator.Cli.Grants;
using Remediator.Cli.Redriving;
using Remediator.Cli.Undos;

namespace Remediator.Cli;

/// <summary>The whole program: arguments and surroundings in, exit code out.</summary>
public static class CommandLine
{
    private const string Description = """
        Says what a policy for security groups does, and agrees to exceptions. `lint`, `test`, `explain` and `audit` work offline and call nothing.

        Exit codes: 0 clean · 1 could not run · 2 violations found, a policy's test failed, or refused · 3 policy file invalid
        """;

    public static int Run(IReadOnlyList<string> arguments, Surroundings world)
    {
        var root = new RootCommand(Description)
        {
            LintCommand.Create(world),
            TestCommand.Create(world),
            ExplainCommand.Create(world),
            AuditCommand.Create(world),
            WaiveCommand.Create(world),
            LeaseCommand.Create(world),
            SwitchCommand.Create(world),
            ReleaseCommand.Create(world),
            UndoCommand.Create(world),
            RedriveCommand.Create(world),
        };
        root.HelpName = "remediator";
        // No argument is a file of arguments: `@` begins a path like any other.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0) return Usage.Refuse(parsed, arguments, world);
        return parsed.Invoke(new InvocationConfiguration { Output = world.Out, Error = world.Error, EnableDefaultExceptionHandler = false });
    }
}
