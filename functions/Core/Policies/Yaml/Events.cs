using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Remediator.Policies.Yaml;

/// <summary>YamlDotNet's parser with its exceptions turned into diagnostics.</summary>
internal sealed class Events(string text, string file, Problems problems)
{
    private readonly Parser parser = new(new System.IO.StringReader(text));

    public Place Place(Mark mark) => new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    /// <summary>The next event; null when there is none, and then the problem is reported.</summary>
    public ParsingEvent? Next()
    {
        var last = parser.Current?.End ?? Mark.Empty;
        try
        {
            if (parser.MoveNext()) return parser.Current;
            Report(last, "the text ends too early");
        }
        catch (YamlException e)
        {
            Report(e.Start, Phrase(e.Message));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Text that breaks YAML also brings out InvalidOperationException (an unclosed bracket), and nobody promises that it
            // is the only one. The parser has no place then: what it read last is the nearest.
            Report(last, "a bracket, a quote or an entry begun near here is not finished");
        }

        return null;
    }

    /// <summary>YamlDotNet writes <c>While scanning …, found ….</c>; ours begin small and end without a stop.</summary>
    private static string Phrase(string message)
    {
        var plain = string.Concat(message.Where(c => !char.IsControl(c) && c != '`')).Trim().TrimEnd('.', ',', ':', ';', '!', ' ');
        return plain.Length == 0 ? "this cannot be read" : char.ToLowerInvariant(plain[0]) + plain[1..Math.Min(plain.Length, 200)];
    }

    private void Report(Mark mark, string what)
    {
        var place = Place(mark);
        if (TabAtOrAfter(place.Line) is { } line)
            problems.Add(Codes.Tab, new(file, line, 1), "this line is indented with a tab", "indent with spaces");
        else
            problems.Add(Codes.NotYaml, place, $"this is not YAML: {what}", "mend this place first: nothing after it was read; text with `: `, `#`, `*`, `&`, `@` or `%` wants quotes");
    }

    /// <summary>The parser names the line before the tab or the one that has it.</summary>
    private int? TabAtOrAfter(int line)
    {
        var number = 1;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            if (number > line + 1) break;
            var indent = content[..(content.Length - content.TrimStart(" \t").Length)];
            if (number >= line && indent.Contains('\t') && indent.Length < content.Length) return number;
            number++;
        }

        return null;
    }
}
