using System.Text.RegularExpressions;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Where an event may name its group, and what may be said against it.</summary>
internal static partial class GroupFinder
{
    public static IEnumerable<string> Objections(Node? request, Node? answer, string eventName)
    {
        var asked = Fields(request, eventName + "Request");
        var set = eventName.StartsWith("Revoke", StringComparison.Ordinal) ? "revokedSecurityGroupRuleSet" : "securityGroupRuleSet";
        var rules = eventName == "CreateSecurityGroup" ? Answered(answer, eventName) : Fields(answer, eventName + "Response").Where(m => Is(m.Name, set)).SelectMany(m => Objects(m.Value));
        var ids = (eventName == "CreateSecurityGroup" ? [] : asked).Concat(rules.SelectMany(r => r.Members)).Where(m => Is(m.Name, "groupId") && !m.Value.IsNothing).Select(m => m.Value).ToList();
        var names = asked.Where(m => IsGroupName(m.Name, eventName) && !m.Value.IsNothing).Select(m => m.Value).ToList();
        if (ids.Any(id => id.Text is null || !GroupId().IsMatch(id.Text))) yield return "malformed group id";
        if (ids.Select(id => id.Text).Distinct().Count() > 1) yield return "several groups";
        if (names.Any(name => name.Text is null)) yield return "malformed group name";
        if (HasTwins(request) || HasTwins(answer)) yield return "twins";
        if (ids.Count + names.Count == 0) yield return "no group";
    }

    [GeneratedRegex("^(?=.{4,64}$)sg-[A-Za-z0-9-]+$")]
    private static partial Regex GroupId();

    /// <summary>ModifySecurityGroupRules takes an id only: a name there names no group.</summary>
    private static bool IsGroupName(string name, string eventName) => Is(name, "groupName") && eventName != "ModifySecurityGroupRules";

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name stands there twice, in different capitals: then nobody knows which one counts.</summary>
    public static bool HasTwins(Node? node) => node is not null && (node.Items.Any(HasTwins) || node.Members.Any(m => HasTwins(m.Value))
        || node.Members.Where(m => !m.Value.IsNothing).DistinctBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Count() < node.Members.Count(m => !m.Value.IsNothing));

    /// <summary>The fields of a part, and of what is wrapped in it under this name.</summary>
    /// <summary>A new group's id stands in the answer itself.</summary>
    private static List<Node> Answered(Node? answer, string eventName)
    {
        var fields = new Node(NodeKind.Object);
        fields.Members.AddRange(Fields(answer, eventName + "Response"));
        return [fields];
    }

    /// <summary>Every field of a part, within its wrapper or without.</summary>
    public static List<(string Name, Node Value)> Fields(Node? part, string wrapper)
    {
        var outer = Objects(part).SelectMany(o => o.Members).ToList();
        return [.. outer, .. outer.Where(m => Is(m.Name, wrapper)).SelectMany(m => Objects(m.Value)).SelectMany(o => o.Members)];
    }

    public static IEnumerable<Node> Objects(Node? node)
    {
        if (node is null) return [];
        var wrapped = node.Members.Where(m => Is(m.Name, "items") || Is(m.Name, "item")).Select(m => m.Value).ToList();
        if (node.Kind == NodeKind.List) return node.Items.SelectMany(Objects);
        if (wrapped.Count > 0) return wrapped.SelectMany(Objects);
        return node.Kind == NodeKind.Object ? [node] : [];
    }
}
