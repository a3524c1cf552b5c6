using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>The few words that one key takes.</summary>
/// <param name="Known">The words; their places in this list are their meanings.</param>
internal sealed record Words(string Key, ImmutableArray<string> Known)
{
    /// <summary>The place of the value in <see cref="Known"/>, or null when there is no value or it is no such word; the problem is
    /// then reported.</summary>
    public int? Read(Node? node, Problems problems)
    {
        if (node is null) return null;
        if (node is TextNode known && Known.IndexOf(known.Text) is var index and >= 0) return index;
        var expected = $"expected is {UserText.QuoteAll(Known)}";
        if (node is TextNode text)
            problems.Add(Codes.UnknownWord, text.Place, $"`{Key}` {UserText.Quote(text.Text)} is not known", () => Nearest.Help(text.Text, Known, expected));
        else
            problems.Add(Codes.WrongShape, node.Place, $"`{Key}` is {node.Shape} here, not a word", expected);
        return null;
    }
}
