using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>The few words that one key takes, and what each means.</summary>
/// <param name="Later">Words of the language that this version does not act on.</param>
internal sealed record Words<T>(string Key, ImmutableArray<(string Word, T Meaning)> Known, ImmutableArray<string> Later)
    where T : struct
{
    /// <summary>What the value means, or null when there is none or it is no such word; the problem is then reported.</summary>
    public T? Read(Node? node, Problems problems)
    {
        if (node is null) return null;
        var expected = $"expected is {UserText.QuoteAll([.. Known.Select(w => w.Word)])}";
        if (node is not TextNode text)
        {
            problems.Add(Codes.WrongShape, node.Place, $"`{Key}` is {node.Shape} here, not a word", expected);
            return null;
        }

        foreach (var (word, meaning) in Known)
        {
            if (word == text.Text) return meaning;
        }

        if (Later.Contains(text.Text))
            problems.Add(Codes.WordOfLater, text.Place, $"`{Key}` {UserText.Quote(text.Text)} is not a word of this version", expected);
        else
            problems.Add(Codes.UnknownWord, text.Place, $"`{Key}` {UserText.Quote(text.Text)} is not known", () => Nearest.Help(text.Text, [.. Known.Select(w => w.Word)], expected));
        return null;
    }
}
