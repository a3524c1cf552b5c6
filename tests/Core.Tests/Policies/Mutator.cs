using System.Globalization;
using System.Text.RegularExpressions;

namespace Remediator.Core.Tests.Policies;

/// <summary>Changes a good policy a little, in ways that people and editors do, so that many a mutant is a policy still.</summary>
internal sealed partial class Mutator(Random random, IReadOnlyList<string> others)
{
    private static readonly string[] Words =
    [
        "notify", "revoke", "trim", "observe", "enforce", "hold", "act", "restore", "revert", "none", "any", "default", "self", "internet", "private", "anywhere", "all", "ssh", "tcp", "udp/1-9", "icmp/8",
        "true", "false", "critical", "low", "ingress", "egress", "group:web", "prefix-list:pl-0a", "foreign-prefix-list", "sg-0a", "pl-0a", "203.0.113.0/24", "\"::/0\"", "2027-01-31", "/24", "\"*\"", "[]", "{}", "~",
        "web", "office", "SG001", "[ssh, https]", "{ name: x }", "unless", "groups", "max-addresses", "except",
    ];

    public string Mutate(string text)
    {
        for (var times = random.Next(1, 4); times > 0; times--) text = Once(text);
        return text;
    }

    private string Once(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(12))
        {
            case 0: return SwapWords(text);
            case 1: return Replace(text, Number(), digits => Changed(digits));
            case 2: return Replace(text, Word(), _ => Words[random.Next(Words.Length)]);
            case 3: lines.Insert(at, lines[at]); break;
            case 4: lines.RemoveAt(at); break;
            case 5: lines[at] = random.Next(8) == 0 ? "\t" + lines[at] : random.Next(2) == 0 ? " " + lines[at] : lines[at].Length > 0 ? lines[at][1..] : ""; break;
            case 6: lines.InsertRange(at, Piece(others[random.Next(others.Count)])); break;
            case 7: (lines[at], lines[^1]) = (lines[^1], lines[at]); break;
            case 8: lines[at] += random.Next(2) == 0 ? "  # a comment" : "   "; break;
            case 9: return Replace(text, Quoted(), quoted => quoted.Length > 1 ? quoted[1..^1] : quoted);
            case 10: return text.Replace("\n", "\r\n", StringComparison.Ordinal);
            default: lines.Insert(at, ""); break;
        }

        return string.Join('\n', lines);
    }

    private string SwapWords(string text)
    {
        var words = Word().Matches(text);
        if (words.Count < 2) return text;
        var first = random.Next(words.Count - 1);
        var (a, b) = (words[first], words[Math.Min(words.Count - 1, first + 1 + random.Next(6))]);
        return $"{text[..a.Index]}{b.Value}{text[(a.Index + a.Length)..b.Index]}{a.Value}{text[(b.Index + b.Length)..]}";
    }

    private string Replace(string text, Regex what, Func<string, string> by)
    {
        var found = what.Matches(text);
        if (found.Count == 0) return text;
        var one = found[random.Next(found.Count)];
        return $"{text[..one.Index]}{by(one.Value)}{text[(one.Index + one.Length)..]}";
    }

    private string Changed(string digits) => random.Next(4) switch
    {
        0 => random.Next(300).ToString(CultureInfo.InvariantCulture),
        1 => digits + "0",
        2 => digits[..^1] + (char)('0' + random.Next(10)),
        _ => new string([.. digits.Reverse()]),
    };

    private IEnumerable<string> Piece(string other)
    {
        var lines = other.Split('\n');
        return lines.Skip(random.Next(lines.Length)).Take(random.Next(1, 5));
    }

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\w./*\-]+")]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"\n]*\"")]
    private static partial Regex Quoted();
}
