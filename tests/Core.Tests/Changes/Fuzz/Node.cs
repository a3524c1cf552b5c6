using System.Globalization;
using System.Text;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>JSON as a tree that can be bent: members may repeat, and scalars keep the text that was read.</summary>
internal sealed class Node(NodeKind kind, string text = "")
{
    public NodeKind Kind { get; } = kind;

    /// <summary>The characters of a text; the spelling of a number or a word (true, false, null).</summary>
    public string Raw { get; } = text;

    public List<(string Name, Node Value)> Members { get; } = [];

    public List<Node> Items { get; } = [];

    /// <summary>A text that has characters, all of them whole; else null.</summary>
    public string? Text => Kind == NodeKind.Text && Raw.Length > 0 && IsWhole(Raw) ? Raw : null;

    public bool IsNothing => Kind switch
    {
        NodeKind.Object => Members.Count == 0,
        NodeKind.List => Items.Count == 0,
        _ => Kind == NodeKind.Word && Raw == "null",
    };

    public static Node Of(string text) => new(NodeKind.Text, text);

    public static Node Number(string text) => new(NodeKind.Number, text);

    public static Node Word(string text) => new(NodeKind.Word, text);

    public static Node Object(params (string, Node)[] members)
    {
        var node = new Node(NodeKind.Object);
        node.Members.AddRange(members);
        return node;
    }

    public static Node List(params Node[] items)
    {
        var node = new Node(NodeKind.List);
        node.Items.AddRange(items);
        return node;
    }

    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }

        return true;
    }

    public Node? Get(string name) => Members.Find(m => m.Name == name).Value;

    public Node Copy()
    {
        var copy = new Node(Kind, Raw);
        copy.Members.AddRange(Members.Select(m => (m.Name, m.Value.Copy())));
        copy.Items.AddRange(Items.Select(i => i.Copy()));
        return copy;
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        Write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder to)
    {
        if (Kind is NodeKind.Number or NodeKind.Word) to.Append(Raw);
        else if (Kind == NodeKind.Text) WriteText(to, Raw);
        else if (Kind == NodeKind.List) WriteAll(to, '[', ']', Items.Select(i => ((string?)null, i)));
        else WriteAll(to, '{', '}', Members.Select(m => ((string?)m.Name, m.Value)));
    }

    private static void WriteAll(StringBuilder to, char open, char close, IEnumerable<(string? Name, Node Value)> parts)
    {
        var first = true;
        to.Append(open);
        foreach (var (name, value) in parts)
        {
            if (!first) to.Append(',');
            first = false;
            if (name is not null)
            {
                WriteText(to, name);
                to.Append(':');
            }

            value.Write(to);
        }

        to.Append(close);
    }

    private static void WriteText(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') to.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c)) to.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else to.Append(c);
        }

        to.Append('"');
    }
}
