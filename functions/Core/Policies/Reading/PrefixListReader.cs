using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads the prefix lists that a test describes: <c>{ pl-0a: [203.0.113.0/24], pl-0b: { owner, name, entries } }</c>.</summary>
internal sealed class PrefixListReader(Scope scope)
{
    private readonly Problems problems = scope.Problems;

    /// <param name="account">The owner of a list of which none is said.</param>
    public ImmutableArray<PrefixList> Read(Node? node, string account)
    {
        if (node is null) return [];
        if (node is MapNode map) return [.. map.Entries.Select(entry => One(entry, account)).OfType<PrefixList>()];
        problems.Add(Codes.WrongShape, node.Place, $"`prefix-lists` is {node.Shape} here, not a mapping", "write each list as `pl-0a: [203.0.113.0/24]`");
        return [];
    }

    private PrefixList? One(Entry entry, string account)
    {
        if (!ResourceIds.IsPrefixList(entry.Key))
        {
            problems.Add(Codes.BadResourceId, entry.Place, $"{UserText.Quote(entry.Key)} is no id of a prefix list", "write `pl-0123456789abcdef0`");
            return null;
        }

        if (entry.Value is not MapNode) return new(entry.Key, null, account, Addresses(entry.Value));
        if (Fields.Of(entry.Value, "a prefix list of a test", Keys.PrefixList, problems) is not { } fields) return null;
        var name = Texts.Line(fields.Find("name"), "name", 255, problems);
        var entries = fields.Require("entries", "write `entries`: a list of blocks");
        return new(entry.Key, name, Owner(fields.Find("owner")) ?? account, Addresses(entries));
    }

    private string? Owner(Node? node) => node is null or TextNode { Text: PrefixList.OwnedByAws }
        ? (node as TextNode)?.Text
        : Accounts.Read(node, "owner", problems);

    private AddressSet Addresses(Node? node)
    {
        var blocks = new List<Cidr>();
        foreach (var item in Nodes.Items(node))
        {
            if (item is not TextNode { IsNothing: false } text)
                problems.Add(Codes.WrongShape, item.Place, $"{(item is TextNode ? "nothing" : item.Shape)} stands here, not a block of addresses", "write a list of blocks, such as `[203.0.113.0/24]`");
            else if (Blocks.Read(text, problems) is { } block)
                blocks.Add(block);
        }

        return AddressSet.From(blocks);
    }
}
