using System.CommandLine;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator lease open|extend|close|list</c>: holes that are opened here and closed on time.</summary>
internal static class LeaseCommand
{
    public static Command Create(Surroundings world) => new("lease", "Opens a hole for a while, and shows and ends what was agreed to.")
    {
        LeaseOpenCommand.Create(world),
        LeaseExtendCommand.Create(world),
        LeaseCloseCommand.Create(world),
        LeaseListCommand.Create(world),
    };
}
