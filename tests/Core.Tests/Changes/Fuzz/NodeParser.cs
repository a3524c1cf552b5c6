using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>A JSON parser (RFC 8259) of the test's own: the reader under test must not vouch for itself.</summary>
internal sealed partial class NodeParser
{
    private readonly string _text;
    private int _at;

    private NodeParser(string text) => _text = text;

    /// <summary>The deepest nesting that was met.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether a name stood twice in one object, or was no whole text.</summary>
    public bool HasOddNames { get; private set; }

    /// <summary>The document, or null when the bytes are none.</summary>
    public static (Node? Root, NodeParser Notes) Parse(byte[] utf8)
    {
        var start = utf8.AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        try
        {
            var parser = new NodeParser(new UTF8Encoding(false, true).GetString(utf8, start, utf8.Length - start));
            var root = parser.Value(1);
            parser.Space();
            return (parser._at == parser._text.Length ? root : null, parser);
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return (null, new NodeParser(""));
        }
    }

    [GeneratedRegex("\\G-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?(?![0-9.eE+-])")]
    private static partial Regex NumberForm();

    private Node Value(int depth)
    {
        if (depth > 500) throw new FormatException("too deep even for this parser");
        Depth = Math.Max(Depth, depth);
        Space();
        return Peek() switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            '"' => Node.Of(String()),
            't' => Word("true"),
            'f' => Word("false"),
            'n' => Word("null"),
            _ => Number(),
        };
    }

    private Node Object(int depth)
    {
        var node = new Node(NodeKind.Object);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (_at++, Space(); !Take('}'); Space())
        {
            if (node.Members.Count > 0) Expect(',');
            Space();
            var name = String();
            HasOddNames |= !names.Add(name) || !Node.IsWhole(name);
            Space();
            Expect(':');
            node.Members.Add((name, Value(depth + 1)));
        }

        return node;
    }

    private Node List(int depth)
    {
        var node = new Node(NodeKind.List);
        for (_at++, Space(); !Take(']'); Space())
        {
            if (node.Items.Count > 0) Expect(',');
            node.Items.Add(Value(depth + 1));
        }

        return node;
    }

    private Node Word(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0) throw new FormatException(word);
        _at += word.Length;
        return Node.Word(word);
    }

    private Node Number()
    {
        var match = NumberForm().Match(_text, _at);
        if (!match.Success) throw new FormatException("number");
        _at += match.Length;
        return Node.Number(match.Value);
    }

    private string String()
    {
        Expect('"');
        var text = new StringBuilder();
        while (!Take('"'))
        {
            var c = Next();
            if (c < ' ') throw new FormatException("control character");
            text.Append(c == '\\' ? Escape() : c);
        }

        return text.ToString();
    }

    private char Escape()
    {
        var c = Next();
        var simple = "\"\\/bfnrt".IndexOf(c, StringComparison.Ordinal);
        if (simple >= 0) return "\"\\/\b\f\n\r\t"[simple];
        if (c != 'u') throw new FormatException("escape");
        if (_at + 4 > _text.Length) throw new FormatException("escape");
        var code = ushort.Parse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _at += 4;
        return (char)code;
    }

    private void Space()
    {
        while (_at < _text.Length && _text[_at] is (' ' or '\t' or '\n' or '\r')) _at++;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw new FormatException("end");

    private char Next() => _at < _text.Length ? _text[_at++] : throw new FormatException("end");

    private bool Take(char c)
    {
        if (Peek() != c) return false;
        _at++;
        return true;
    }

    private void Expect(char c)
    {
        if (!Take(c)) throw new FormatException($"expected {c}");
    }
}
