using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads one baseline. It needs <c>group</c> and at least one direction; unless said, what is extra or missing is told,
/// and the severity is medium.</summary>
internal sealed class BaselineReader(Scope scope)
{
    private const string DefaultWhy = "the group is not what its baseline says";
    private readonly Problems problems = scope.Problems;
    private readonly EntryReader entries = new(scope);

    /// <param name="number">Counted from 1, for the id of one that has none.</param>
    public Baseline? Read(Node node, int number)
    {
        if (Fields.Of(node, "a baseline", Keys.Baseline, problems) is not { } fields) return null;
        var group = Group(fields);
        var groups = group is null ? null : Selectors.Read(group, scope);
        var id = Id(fields, group, number);
        if (!fields.Has("ingress") && !fields.Has("egress"))
            problems.Add(Codes.MissingKey, fields.Place, "a baseline needs `ingress` or `egress`", "write what should be open, as `ingress: [{ id: …, service: …, peer: … }]`, or `none`");
        var ingress = entries.Read(fields.Find("ingress"), Direction.Ingress, id);
        var egress = entries.Read(fields.Find("egress"), Direction.Egress, id);
        var extra = Language.Extra(fields.Find("extra"), problems) ?? RuleAction.Notify;
        var restore = Language.Restore(fields.Find("missing"), problems) ?? false;
        var severity = Language.Severity(fields.Find("severity"), problems) ?? Severity.Medium;
        var mode = Language.Mode(fields.Find("mode"), problems);
        var why = Texts.Line(fields.Find("why"), "why", Texts.LongestWhy, problems) ?? DefaultWhy;
        return groups is null ? null : new(id, groups.Selector, ingress, egress, extra, restore, severity, mode, why, fields.Place);
    }

    /// <summary><c>group</c>, or <c>groups</c> as elsewhere.</summary>
    private Node? Group(Fields fields)
    {
        if (fields.Has("groups") && !fields.Has("group")) return fields.Find("groups");
        if (fields.Has("groups")) problems.Add(Codes.SaidTwice, fields.PlaceOf("groups"), "`group` and `groups` stand in one baseline", "keep one of them");
        return fields.Require("group", "write `group`: the groups that should be so");
    }

    private string Id(Fields fields, Node? group, int number)
    {
        var node = fields.Find("id");
        var id = Texts.Name(node, "id", problems) ?? (group is TextNode name && Texts.IsName(name.Text)
            ? $"baseline-{name.Text}"
            : string.Create(CultureInfo.InvariantCulture, $"baseline-{number}"));
        scope.Ids.Take(id, node?.Place ?? fields.Place);
        return id;
    }
}
