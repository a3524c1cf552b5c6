using Remediator.Diagnostics;
using Remediator.Policies.Selectors;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads a selector that is a mapping: all of its keys must hold, and of each key any one of its patterns.</summary>
/// <param name="read">Reads the selector behind <c>except</c>.</param>
internal sealed class SelectorReader(Func<Node, Chosen?> read, Problems problems)
{
    private static readonly (string Key, GroupFact Fact)[] Texts =
        [("id", GroupFact.Id), ("name", GroupFact.Name), ("vpc", GroupFact.Vpc), ("account", GroupFact.Account), ("region", GroupFact.Region)];

    /// <summary>Null when any of it could not be read; the problems are then reported.</summary>
    public Chosen? Read(MapNode node)
    {
        if (Fields.Of(node, "a selector", Keys.Selector, problems) is not { } fields) return null;
        if (node.Entries.IsEmpty)
        {
            problems.Add(Codes.EmptyList, node.Place, "a selector that says nothing would mean every group", "write `any` if every group is meant");
            return null;
        }

        var parts = new List<Chosen?>();
        foreach (var (key, fact) in Texts)
        {
            if (fields.Find(key) is { } value) parts.Add(AnyOf(Patterns.Read(value, key, problems), pattern => new GroupSelector.ByText(fact, pattern)));
        }

        if (fields.Find("tags") is { } tags) parts.AddRange(Tags(tags));
        if (fields.Find("default") is { } isDefault) parts.Add(Flag(isDefault, "default", flag => new GroupSelector.ByDefault(flag)));
        if (fields.Find("attached") is { } attached) parts.Add(Flag(attached, "attached", flag => new GroupSelector.ByAttachment(flag)));
        if (fields.Find("except") is { } except) parts.Add(read(except) is { } other ? new(new GroupSelector.Not(other.Selector), other.Size, other.Depth + 1) : null);
        return parts.Count == 0 || parts.Contains(null) ? null : Chosen.Every([.. parts.OfType<Chosen>()]);
    }

    private IEnumerable<Chosen?> Tags(Node node) => Patterns.Tags(node, problems, anyKey: true) is { } tags
        ? tags.Select(tag => AnyOf(tag.Values, pattern => new GroupSelector.ByTag(tag.Key, pattern)))
        : [null];

    private static Chosen? AnyOf(ImmutableArray<Pattern>? patterns, Func<Pattern, GroupSelector> made) =>
        patterns is { } all ? Chosen.Any([.. all.Select(pattern => Chosen.By(made(pattern)))]) : null;

    private Chosen? Flag(Node node, string key, Func<bool, GroupSelector> made) =>
        Language.Flag(node, key, problems) is { } flag ? Chosen.By(made(flag)) : null;
}
