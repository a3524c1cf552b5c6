using Remediator.Cli.Inputs;
using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>Which files of describe answers a verb was given. Null: not given.</summary>
/// <param name="Region">For groups whose answer does not name one.</param>
internal sealed record DescribeFiles(string? Groups, string? Rules, string? PrefixLists, string? Interfaces, string? Region)
{
    public IEnumerable<string> Paths => new[] { Groups, Rules, PrefixLists, Interfaces }.OfType<string>();

    /// <summary>Everything that could be read. What could not is among the problems, and what hangs on it is not known.</summary>
    public Described Read(Surroundings world)
    {
        var problems = new List<Problem>();
        return new()
        {
            Groups = ReadGroups(world, problems),
            PrefixLists = Read(PrefixLists, PrefixListsReader.Expected, world, problems) is { } lists
                ? PrefixListsReader.Read(lists.Name, lists.Documents, problems)
                : ImmutableDictionary<string, PrefixList?>.Empty,
            Exposures = Read(Interfaces, InterfacesReader.Expected, world, problems) is { } interfaces
                ? InterfacesReader.Read(interfaces.Name, interfaces.Documents, problems)
                : null,
            Problems = [.. problems],
        };
    }

    private ImmutableArray<SecurityGroup> ReadGroups(Surroundings world, List<Problem> problems)
    {
        ImmutableArray<SecurityGroup> groups = Read(Groups, GroupsReader.Expected, world, problems) is { } answers
            ? GroupsReader.Read(answers.Name, answers.Documents, Region, problems)
            : [];
        return Read(Rules, RulesReader.Expected, world, problems) is { } rules
            ? RulesReader.Join(groups, RulesReader.Read(rules.Name, rules.Documents, problems))
            : groups;
    }

    private static (string Name, List<JsonPlace> Documents)? Read(string? path, string expected, Surroundings world, List<Problem> problems)
    {
        if (path is null) return null;
        if (InputFile.Read(path, world, out var problem) is { } file) return (file.Name, Documents.Read(file, expected, problems));
        problems.Add(problem!);
        return null;
    }
}
