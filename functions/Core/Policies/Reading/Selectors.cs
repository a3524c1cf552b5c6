using Remediator.Diagnostics;
using Remediator.Policies.Selectors;
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
        if (node is not TextNode) Check(chosen.Selector, node, scope.Problems);
        return chosen;
    }

    public static void Check(GroupSelector selector, Node node, Problems problems)
    {
        if (new SelectorLogic().IsEmpty(selector))
            problems.Add(Codes.ChoosesNothing, node.Place, "this selector can choose no group", "its parts exclude each other: compare them with `except` and with what such ids look like");
    }
}
