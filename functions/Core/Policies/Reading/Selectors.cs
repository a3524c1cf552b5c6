using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads the selector of a section, and warns when no group can meet it.</summary>
internal static class Selectors
{
    /// <summary>Null when it could not be read; the problems are then reported.</summary>
    public static Chosen? Read(Node node, Scope scope)
    {
        if (scope.Groups.Read(node) is not { } chosen) return null;
        // A name alone was looked at where it is defined.
        if (node is not TextNode) scope.EmptySelectors.Check(chosen.Selector, node.Place);
        return chosen;
    }
}
