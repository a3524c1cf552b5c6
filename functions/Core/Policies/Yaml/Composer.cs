using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Remediator.Policies.Yaml;

/// <summary>Text → nodes. YamlDotNet's own composer stops at the first doubled key, recurses as deep as the text nests, and hashes
/// keys through their aliases; this one reports and goes on, and its time and memory are bounded by the three limits below.</summary>
internal sealed class Composer
{
    public const int DeepestNesting = 64;
    public const int MostAliases = 2_000;
    public const int MostValues = 400_000;

    private readonly Events events;
    private readonly Problems problems;

    /// <summary>INVARIANT: null while the anchored node is still being read, so that an alias inside it is seen as a circle.</summary>
    private readonly Dictionary<string, Node?> anchors = new(StringComparer.Ordinal);
    private int names;
    private int values;
    private int depth;

    private Composer(Events events, Problems problems)
    {
        this.events = events;
        this.problems = problems;
    }

    /// <summary>The root, or null when the text could not be read to its end; the problem is then reported.</summary>
    public static Node? Compose(string text, string file, Problems problems)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        return new Composer(new(text, file, problems), problems).Document();
    }

    private Node? Document()
    {
        _ = events.Next();
        var start = events.Next();
        if (start is StreamEnd) return Fatal(Codes.Empty, start.Start, "the file is empty", "begin with `version: 1`");
        if (start is null || Value(events.Next()) is not { } root || events.Next() is null || events.Next() is not { } after) return null;
        return after is StreamEnd ? root : Fatal(Codes.SecondDocument, after.Start, "a second document begins here", "keep one policy in one file");
    }

    private Node? Value(ParsingEvent? found)
    {
        if (found is AnchorAlias alias) return Stood(alias);
        if (found is not NodeEvent node) return found is null ? null : Fatal(Codes.NotYaml, found.Start, "this is not YAML: something ends here before its value", "write the value, or take the key out");
        if (!Count(1, node.Start) || !Anchor(node)) return null;
        CheckTag(node);
        var value = node switch
        {
            Scalar scalar => new TextNode(events.Place(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => Nested(node, List),
            _ => Nested(node, Map),
        };
        if (!node.Anchor.IsEmpty) anchors[node.Anchor.Value] = value;
        return value;
    }

    private Node? Nested(NodeEvent start, Func<NodeEvent, Node?> read)
    {
        if (depth == DeepestNesting) return Fatal(Codes.TooDeep, start.Start, $"this is nested more than {DeepestNesting} deep", "a policy needs no more than six levels");
        depth++;
        var node = read(start);
        depth--;
        return node;
    }

    private ListNode? List(NodeEvent start)
    {
        var before = values - 1;
        var items = ImmutableArray.CreateBuilder<Node>();
        for (var next = events.Next(); next is not SequenceEnd; next = events.Next())
        {
            if (Value(next) is not { } item) return null;
            items.Add(item);
        }

        return new(events.Place(start.Start), items.ToImmutable(), values - before);
    }

    private MapNode? Map(NodeEvent start)
    {
        var before = values - 1;
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var seen = new Dictionary<string, Entry>(StringComparer.Ordinal);
        for (var next = events.Next(); next is not MappingEnd; next = events.Next())
        {
            var place = next is null ? default : events.Place(next.Start);
            if (Value(next) is not { } key || Value(events.Next()) is not { } value) return null;
            if (KeyText(key, key is TextNode { Text: "" } ? value.Place : place, seen) is not { } text) continue;
            var entry = new Entry(text, place, value);
            seen.Add(text, entry);
            entries.Add(entry);
        }

        return new(events.Place(start.Start), entries.ToImmutable(), values - before);
    }

    /// <summary>The key, or null when it cannot be one; the problem is then reported.</summary>
    private string? KeyText(Node key, Place place, Dictionary<string, Entry> seen)
    {
        if (key is not TextNode { Text.Length: > 0 } text)
            problems.Add(Codes.KeyNotText, place, $"this key is {(key is TextNode ? "nothing" : key.Shape)}", "write a word before the colon");
        else if (text is { Text: "<<", IsPlain: true })
            problems.Add(Codes.MergeKey, place, "the merge key `<<` is not read", "write out what it would bring in");
        else if (seen.TryGetValue(text.Text, out var first))
            problems.Add(Codes.DuplicateKey, place, $"the key {UserText.Quote(text.Text)} stands twice", string.Create(CultureInfo.InvariantCulture, $"it is already on line {first.Place.Line}: keep one of them"));
        else
            return text.Text;
        return null;
    }

    private Node? Stood(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!CountName(alias.Start)) return null;
        if (!anchors.TryGetValue(name, out var node))
            return Fatal(Codes.BadAlias, alias.Start, $"there is no anchor {UserText.Quote(name)} before this alias", "an alias begins with `*`: quote the text if none was meant");
        if (node is null)
            return Fatal(Codes.BadAlias, alias.Start, $"the alias {UserText.Quote(name)} stands inside what it stands for", "write out what is meant");
        return Count(node.Size, alias.Start) ? node : null;
    }

    private bool Anchor(NodeEvent node)
    {
        if (node.Anchor.IsEmpty) return true;
        anchors[node.Anchor.Value] = null;
        return CountName(node.Start);
    }

    private bool CountName(Mark mark) => ++names <= MostAliases
        || Fatal(Codes.TooMany, mark, $"there are more than {MostAliases} anchors and aliases", "name a network or a service instead") is not null;

    private bool Count(int more, Mark mark) => (values += more) <= MostValues
        || Fatal(Codes.TooMany, mark, $"there are more than {MostValues} values, aliases counted as what they stand for", "split the policy, or use wider blocks") is not null;

    private void CheckTag(NodeEvent node)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific || node.Tag.Value is "tag:yaml.org,2002:str" or "tag:yaml.org,2002:seq" or "tag:yaml.org,2002:map") return;
        problems.Add(Codes.Tag, events.Place(node.Start), $"the tag {UserText.Quote(node.Tag.Value)} is not followed", "leave it out: every value is read as text");
    }

    private Node? Fatal(DiagnosticCode code, Mark mark, string message, string help)
    {
        problems.Add(code, events.Place(mark), message, help);
        return null;
    }
}
