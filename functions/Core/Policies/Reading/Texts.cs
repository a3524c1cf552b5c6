using System.Buffers;
using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Texts of a policy that go into findings, notices and ids.</summary>
internal static class Texts
{
    /// <summary>Characters in what people read of a rule: its name, its reason, the name of a control.</summary>
    public const int LongestTitle = 128;
    public const int LongestWhy = 1_000;
    public const int LongestControl = 64;

    /// <summary>Characters in the key of a tag (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).</summary>
    private const int LongestTagKey = 128;

    /// <summary>Characters in an id or a name of a network or service.</summary>
    public const int LongestName = 64;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>A name begins with a letter, so that no name looks like an address, a port or a protocol number.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && char.IsAsciiLetter(text[0]) && !text.AsSpan().ContainsAnyExcept(NameCharacters);

    public static bool IsTagKey(string text) => text.Length is > 0 and <= LongestTagKey && text.EnumerateRunes().All(r => r.Value == '`' || UserText.IsPlain(r));

    /// <summary>A word that stands in ids: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, a letter first.</summary>
    public static string? Name(Node? node, string key, Problems problems)
    {
        if (Plain(node, key, problems) is not { } text) return null;
        if (IsName(text.Text)) return text.Text;
        problems.Add(Codes.BadText, text.Place, $"`{key}` {UserText.Quote(text.Text)} is not usable", $"write at most {LongestName} letters, digits, `-`, `_` or `.`, a letter first");
        return null;
    }

    /// <summary>Words for people, on one line: each stretch of white space becomes one space.</summary>
    public static string? Line(Node? node, string key, int longest, Problems problems)
    {
        if (Plain(node, key, problems) is not { } text) return null;
        var line = string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0 && line.Length <= longest && line.EnumerateRunes().All(r => r.Value == '`' || UserText.IsPlain(r))) return line;
        var problem = line.Length == 0 ? "says nothing" : line.Length > longest ? "is too long" : "has characters that cannot be shown";
        problems.Add(Codes.BadText, text.Place, $"`{key}` {problem}", string.Create(CultureInfo.InvariantCulture, $"write 1 to {longest} characters that can be read"));
        return null;
    }

    /// <summary>One line of text, or a list of them, each once. Null when any is not usable.</summary>
    public static ImmutableArray<string>? Lines(Node? node, string key, int longest, Problems problems)
    {
        if (node is null) return [];
        var read = Nodes.Items(node).Select(item => Line(item, key, longest, problems)).ToList();
        return read.Contains(null) ? null : [.. read.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static TextNode? Plain(Node? node, string key, Problems problems)
    {
        if (node is null or TextNode) return node as TextNode;
        problems.Add(Codes.WrongShape, node.Place, $"`{key}` is {node.Shape} here, not text", "write it as one text");
        return null;
    }
}
