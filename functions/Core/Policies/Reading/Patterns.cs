using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Selectors;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Patterns as an author writes them: <c>*</c> any characters, <c>?</c> one.</summary>
internal static class Patterns
{
    /// <summary>Twice the longest tag value, so that it can be spelled with wildcards between.</summary>
    public const int Longest = 512;

    /// <summary>One pattern or a list of them; null when any is not usable.</summary>
    public static ImmutableArray<Pattern>? Read(Node node, string key, Problems problems, bool mayBeEmpty = false)
    {
        if (node is ListNode { Items.IsEmpty: true })
        {
            problems.Add(Codes.EmptyList, node.Place, $"there is no pattern in {UserText.Quote(key)}", "write at least one, or leave the key out");
            return null;
        }

        var read = Nodes.Items(node).Select(item => One(item, key, problems, mayBeEmpty)).ToList();
        return read.Contains(null) ? null : [.. read.OfType<Pattern>()];
    }

    /// <param name="mayBeEmpty">An empty text is a pattern, as for the value of a tag.</param>
    public static Pattern? One(Node node, string key, Problems problems, bool mayBeEmpty = false)
    {
        if (node is not TextNode text || text.IsNothing)
        {
            problems.Add(node is TextNode ? Codes.NoValue : Codes.WrongShape, node.Place, $"{UserText.Quote(key)} is {(node is TextNode ? "nothing" : node.Shape)} here, not a pattern", "write a text; `*` is any characters, `?` is one");
            return null;
        }

        if (text.Text.Length <= Longest && (mayBeEmpty || text.Text.Length > 0) && text.Text.EnumerateRunes().All(r => r.Value == '`' || UserText.IsPlain(r))) return new(text.Text);
        problems.Add(Codes.BadText, text.Place, $"{UserText.Quote(key)} is no pattern that can be used", string.Create(CultureInfo.InvariantCulture, $"write {(mayBeEmpty ? "at most" : "1 to")} {Longest} characters that can be read"));
        return null;
    }

    /// <summary><c>{ KEY: PATTERN, KEY: [PATTERN, …] }</c>; null when any of it is not usable.</summary>
    /// <param name="anyKey">A key may be a pattern too.</param>
    public static ImmutableArray<TagDemand>? Tags(Node node, Problems problems, bool anyKey = false)
    {
        if (node is not MapNode map || map.Entries.IsEmpty)
        {
            problems.Add(node is MapNode ? Codes.EmptyList : Codes.WrongShape, node.Place, node is MapNode ? "there is no tag in `tags`" : $"`tags` is {node.Shape} here, not a mapping", "write each tag as `Key: pattern`");
            return null;
        }

        var tags = ImmutableArray.CreateBuilder<TagDemand>(map.Entries.Length);
        foreach (var entry in map.Entries)
        {
            if (!anyKey && entry.Key.AsSpan().ContainsAny('*', '?'))
                problems.Add(Codes.BadText, entry.Place, $"the key {UserText.Quote(entry.Key)} has a wildcard, and only values of tags are patterns here", "write out the key of the tag");
            else if (!Texts.IsTagKey(entry.Key))
                problems.Add(Codes.BadText, entry.Place, $"{UserText.Quote(entry.Key)} cannot be the key of a tag", "write 1 to 128 characters that can be read");
            else if (Read(entry.Value, entry.Key, problems, mayBeEmpty: true) is { } values)
                tags.Add(new(entry.Key, values));
        }

        return tags.Count == map.Entries.Length ? tags.ToImmutable() : null;
    }
}
