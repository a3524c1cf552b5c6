using Remediator.Cli.Inputs;
using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>Which files of describe answers a verb was given. Null: not given.</summary>
/// <param name="Region">For groups whose answer does not name one.</param>
internal sealed record DescribeFiles(string? Groups, string? PrefixLists, string? Interfaces, string? Region)
{
    public IEnumerable<string> Paths => new[] { Groups, PrefixLists, Interfaces }.OfType<string>();

    /// <summary>Everything that could be read. What could not is among the problems, and what hangs on it is not known.</summary>
    public Described Read(Surroundings world)
    {
        var problems = new List<Problem>();
        return new()
        {
            Groups = Read(Groups, GroupsReader.Expected, world, problems) is { } groups ? GroupsReader.Read(groups.Name, groups.Documents, Region, problems) : [],
            PrefixLists = Read(PrefixLists, PrefixListsReader.Expected, world, problems) is { } lists
                ? PrefixListsReader.Read(lists.Name, lists.Documents, problems)
                : ImmutableDictionary<string, PrefixList?>.Empty,
            Exposures = Read(Interfaces, InterfacesReader.Expected, world, problems) is { } interfaces
                ? InterfacesReader.Read(interfaces.Name, interfaces.Documents, problems)
                : null,
            Problems = [.. problems],
        };
    }

    private static (string Name, List<JsonPlace> Documents)? Read(string? path, string expected, Surroundings world, List<Problem> problems)
    {
        if (path is null) return null;
        if (InputFile.Read(path, world, out var problem) is { } file) return (file.Name, Documents.Read(file, expected, problems));
        problems.Add(problem!);
        return null;
    }
}
