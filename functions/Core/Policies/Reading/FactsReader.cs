using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies.Selectors;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads what a test says of a group. What it does not say is not known; only id, account and region, which are known of
/// every group, have stand-ins.</summary>
internal sealed class FactsReader(Scope scope)
{
    /// <summary>No account has this number, and no region this name.</summary>
    private static readonly GroupKey Unnamed = new("000000000000", "test-region-1", "sg-test");

    private const string UnnamedPeer = "sg-peer";
    private const int LongestText = 255;
    private readonly Problems problems = scope.Problems;

    public GroupFacts Group(Node? node) => node is null ? new(Unnamed) : Read(node, Unnamed) ?? new(Unnamed);

    /// <summary>A group that the permission refers to; in the same account and region unless the test says otherwise.</summary>
    public GroupFacts? Peer(Node node, GroupFacts beside) => Read(node, beside.Key with { GroupId = UnnamedPeer });

    /// <summary>A peer of which only a name under <c>groups</c> is said.</summary>
    public GroupFacts? PeerCalled(TextNode name, GroupFacts beside) =>
        Said(name) is { } said ? new(beside.Key with { GroupId = UnnamedPeer }) { SaidToBe = [said] } : null;

    private GroupFacts? Read(Node node, GroupKey otherwise)
    {
        if (Fields.Full(node, "a group of a test", Keys.Facts, problems) is not { } fields) return null;
        var account = fields.Find("account") is { } number ? Accounts.Read(number, "account", problems) : null;
        var key = new GroupKey(account ?? otherwise.Account, Text(fields, "region") ?? otherwise.Region, Id(fields.Find("id")) ?? otherwise.GroupId);
        return new(key)
        {
            Name = Text(fields, "name"),
            VpcId = Text(fields, "vpc"),
            Tags = Tags(fields.Find("tags")),
            IsAttached = Language.Flag(fields.Find("attached"), "attached", problems),
            SaidToBe = [.. Nodes.Items(fields.Find("is")).Select(Said).OfType<string>()],
        };
    }

    private string? Text(Fields fields, string key) => Texts.Line(fields.Find(key), key, LongestText, problems);

    private string? Id(Node? node)
    {
        if (node is null) return null;
        if (node is TextNode text && ResourceIds.IsGroup(text.Text)) return text.Text;
        problems.Add(Codes.BadResourceId, node.Place, "`id` is no id of a group", "write `sg-0123456789abcdef0`");
        return null;
    }

    private string? Said(Node node)
    {
        if (node is not TextNode text)
            problems.Add(Codes.WrongShape, node.Place, $"{node.Shape} stands here, not the name of a group", "write a name under `groups`");
        else if (scope.Groups.Kind.BuiltIn(text.Text) is not null || scope.Groups.Kind.IsInline(text.Text))
            problems.Add(Codes.UnknownGroup, text.Place, $"{UserText.Quote(text.Text)} is no name under `groups`", "write a name under `groups`; facts such as `id` and `name` have keys of their own");
        else if (scope.Groups.Read(text) is { Selector: GroupSelector.Named named })
            return named.Name;
        return null;
    }

    private ImmutableArray<KeyValuePair<string, string>>? Tags(Node? node)
    {
        if (node is null) return null;
        if (node is not MapNode map)
        {
            problems.Add(Codes.WrongShape, node.Place, $"`tags` is {node.Shape} here, not a mapping", "write each tag as `Key: value`, or `{}` for none");
            return null;
        }

        var tags = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(map.Entries.Length);
        foreach (var entry in map.Entries)
            if (Patterns.One(entry.Value, entry.Key, problems, mayBeEmpty: true) is { } value) tags.Add(new(entry.Key, value.Text));
        return tags.ToImmutable();
    }
}
