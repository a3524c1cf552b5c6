using Remediator.Diagnostics;
using Remediator.Policies.Selectors;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads one requirement. It needs <c>id</c>, <c>name</c>, and something that it asks of the group or of its permissions;
/// unless said, it is about every group, and the severity is low.</summary>
internal sealed class RequirementReader(Scope scope)
{
    private const string DefaultWhy = "the policy asks for it to be written down";
    private const string ReviewTag = "tag:";
    private readonly Problems problems = scope.Problems;

    public Requirement? Read(Node node)
    {
        if (Fields.Of(node, "a requirement", Keys.Requirement, problems) is not { } fields) return null;
        var idNode = fields.Require("id", "write `id`: it is shown wherever something lapses");
        var id = Texts.Name(idNode, "id", problems);
        scope.Ids.Take(id, idNode?.Place ?? fields.Place);
        var name = Texts.Line(fields.Require("name", "write `name`: a few words"), "name", Texts.LongestTitle, problems);
        var groups = fields.Find("groups") is { } chosen ? Selectors.Read(chosen, scope) : Chosen.By(GroupSelector.Any);
        if (!fields.Has("group") && !fields.Has("permission"))
            problems.Add(Codes.MissingKey, fields.Place, "a requirement needs `group` or `permission`", "write what is asked, as `permission: { description: \"?*\" }`");
        var ofGroup = fields.Find("group") is { } group ? OfGroup(group) : null;
        var ofPermission = fields.Find("permission") is { } permission ? OfPermission(permission) : null;
        var severity = Language.Severity(fields.Find("severity"), problems) ?? Severity.Low;
        var why = Texts.Line(fields.Find("why"), "why", Texts.LongestWhy, problems) ?? DefaultWhy;
        var controls = Texts.Lines(fields.Find("controls"), "controls", Texts.LongestControl, problems) ?? [];
        return id is null || name is null || groups is null ? null : new(id, name, groups.Selector, ofGroup, ofPermission, severity, why, controls, fields.Place);
    }

    private GroupDemands? OfGroup(Node node) => Fields.Full(node, "`group`", Keys.OfGroup, problems) is not { } fields ? null : new(
        One(fields, "name"), One(fields, "description"), Tags(fields), Language.Flag(fields.Find("attached"), "attached", problems));

    private PermissionDemands? OfPermission(Node node)
    {
        if (Fields.Full(node, "`permission`", Keys.OfPermission, problems) is not { } fields) return null;
        var direction = Language.Direction(fields.Find("direction"), problems);
        var (tag, inDescription) = Review(fields.Find("review"));
        var demands = new PermissionDemands(direction, One(fields, "description"), Tags(fields), tag, inDescription);
        if (!fields.Has("description") && !fields.Has("tags") && !fields.Has("review"))
            problems.Add(Codes.MissingKey, node.Place, "`permission` needs `description`, `tags` or `review`", "write what is asked of each permission");
        return demands;
    }

    /// <summary><c>description</c> or <c>tag:KEY</c>: where the review date stands.</summary>
    private (string? Tag, bool InDescription) Review(Node? node)
    {
        if (node is null) return (null, false);
        if (node is TextNode { Text: "description" }) return (null, true);
        if (node is TextNode text && text.Text.StartsWith(ReviewTag, StringComparison.Ordinal) && Texts.IsTagKey(text.Text[ReviewTag.Length..])) return (text.Text[ReviewTag.Length..], false);
        problems.Add(node is TextNode ? Codes.UnknownWord : Codes.WrongShape, node.Place, $"`review` is {(node is TextNode other ? UserText.Quote(other.Text) : node.Shape)}, which says no place", "write `description`, or `tag:` and the key of a tag, as `tag:ReviewDate`");
        return (null, false);
    }

    private Pattern? One(Fields fields, string key) => fields.Find(key) is { } node ? Patterns.One(node, key, problems) : null;

    private ImmutableArray<TagDemand> Tags(Fields fields) => fields.Find("tags") is { } node ? Patterns.Tags(node, problems) ?? [] : [];
}
