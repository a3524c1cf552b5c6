using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>The names of one kind that a file may use, and the reader of its terms.</summary>
/// <remarks>A named network, service or group is one term or a list of them, and a term may be another name, above or below in the
/// file: that is how people build <c>admins: [office, vpn]</c>. A name made of itself is an error, and so is a chain of more than 64.
/// The terms in force are those of this file: a built-in name cannot be given a new meaning.</remarks>
internal sealed class Vocabulary<TSet>(TermKind<TSet> kind, Problems problems, Budget budget)
    where TSet : class
{
    private const int LongestChain = 64;

    /// <summary>Lists and mappings within each other, by way of names too; each costs some of the stack.</summary>
    private const int DeepestReading = 256;

    private readonly Dictionary<string, Definition<TSet>> definitions = new(StringComparer.Ordinal);
    private readonly Stack<Definition<TSet>> reading = new();
    private int depth;

    public TermKind<TSet> Kind => kind;

    /// <summary>Whether a name that is met counts as used: a use in the policy's tests alone does not.</summary>
    public bool IsCounting { get; set; } = true;

    /// <summary>The names that could be read, in the file's order, each with what it stands for.</summary>
    public IEnumerable<(string Name, TSet Set)> Defined => definitions.Values.Where(d => d.Set is not null).Select(d => (d.Name, d.Set!));

    /// <summary>Takes the names that a mapping defines, and reads each of them.</summary>
    public void Define(MapNode names)
    {
        foreach (var entry in names.Entries)
        {
            if (!Texts.IsName(entry.Key))
                problems.Add(Codes.BadText, entry.Place, $"{UserText.Quote(entry.Key)} cannot be the name of a {kind.Noun}", $"write at most {Texts.LongestName} letters, digits, `-`, `_` or `.`, a letter first");
            else if (kind.BuiltInNames.Contains(entry.Key) || kind.IsInline(entry.Key) || kind.IsReserved(entry.Key))
                problems.Add(Codes.NameTaken, entry.Place, $"{UserText.Quote(entry.Key)} has a meaning of its own and cannot name a {kind.Noun}", "choose another name");
            else
                definitions.Add(entry.Key, new(entry.Key, entry.Place, entry.Value));
        }

        foreach (var definition in definitions.Values) Resolve(definition);
    }

    /// <summary>The union of one term or a list of them; null and problems when any term cannot be read.</summary>
    public TSet? Read(Node node)
    {
        if (depth == DeepestReading) return Refuse(Codes.TooDeep, node, $"the {kind.Noun}s here are made of too many others", "write them out in fewer steps");
        depth++;
        var set = node switch
        {
            ListNode { Items.IsEmpty: true } => Refuse(Codes.EmptyList, node, $"there is no {kind.Noun} in this list", "write at least one, or leave the key out"),
            MapNode map when kind.IsNested => Afforded(kind.Mapping(map, Read, problems), node),
            MapNode => Refuse(Codes.WrongShape, node, $"a mapping stands here, not a {kind.Noun}", $"write one term, such as {kind.Example}, or a list of them"),
            _ => All(Nodes.Items(node), node),
        };
        depth--;
        return set;
    }

    /// <summary>Warns of each name that nothing in force mentions, by itself or by way of another name.</summary>
    public void ReportUnused()
    {
        foreach (var unused in definitions.Values.Where(d => !d.IsUsed))
            problems.Add(kind.Unused, unused.Place, $"nothing uses the {kind.Noun} {UserText.Quote(unused.Name)}", "use it, or take it out");
    }

    private TSet? All(ImmutableArray<Node> terms, Node node)
    {
        var sets = new List<TSet>(terms.Length);
        foreach (var term in terms)
        {
            if (Term(term) is { } set) sets.Add(set);
        }

        return sets.Count == terms.Length && IsAffordable(sets.Sum(kind.Pieces), node) ? kind.Union(sets) : null;
    }

    private TSet? Afforded(TSet? set, Node node) => set is null || IsAffordable(kind.Pieces(set), node) ? set : null;

    private bool IsAffordable(long pieces, Node node)
    {
        if (pieces <= kind.MostPieces) return budget.Spend(pieces, node.Place);
        problems.Add(Codes.TooComplex, node.Place, $"the {kind.Noun}s here are made of too many others", string.Create(CultureInfo.InvariantCulture, $"{kind.MostPieces} parts are the most, names counted as what they stand for"));
        return false;
    }

    private TSet? Term(Node node)
    {
        if (node is not TextNode && kind.IsNested) return Read(node);
        if (node is not TextNode { IsNothing: false } text)
            return Refuse(node is TextNode ? Codes.NoValue : Codes.WrongShape, node, $"{(node is TextNode ? "nothing" : node.Shape)} stands here, not a {kind.Noun}", $"write one term, such as {kind.Example}, or one list of terms");
        if (kind.BuiltIn(text.Text) is { } builtIn) return builtIn;
        if (TryName(text, out var named)) return named;
        if (kind.IsInline(text.Text)) return kind.Inline(text, problems);
        problems.Add(kind.Unknown, text.Place, $"there is no {kind.Noun} {UserText.Quote(text.Text)}", () => HelpFor(text.Text));
        return null;
    }

    private string HelpFor(string text) => kind.MeantFor(text) is { } meant
        ? $"did you mean {UserText.Quote(meant)}?"
        : Nearest.Help(text, [.. kind.BuiltInNames, .. definitions.Keys], $"define it under `{kind.Noun}s`, or write it out, as in {kind.Example}");

    /// <summary>True when the text names something of this file, even if that could not be read.</summary>
    private bool TryName(TextNode text, out TSet? set)
    {
        set = null;
        if (!definitions.TryGetValue(text.Text, out var definition)) return false;
        if (definition.State == Progress.Reading || reading.Count > LongestChain) ReportCircle(text, definition);
        else if (Use(definition, text) is { } used) set = kind.Called(definition.Name, used);
        return true;
    }

    private TSet? Use(Definition<TSet> definition, TextNode text)
    {
        Resolve(definition);
        if (reading.TryPeek(out var user))
        {
            user.MadeOf.Add(definition);
            user.Depth = Math.Max(user.Depth, definition.Depth + 1);
            if (user.Depth > LongestChain && definition.Set is not null) ReportCircle(text, definition);
            return user.Depth > LongestChain ? null : definition.Set;
        }

        if (IsCounting) MarkUsed(definition);
        return definition.Set;
    }

    private void Resolve(Definition<TSet> definition)
    {
        if (definition.State != Progress.NotRead) return;
        definition.State = Progress.Reading;
        reading.Push(definition);
        definition.Set = Read(definition.Value);
        _ = reading.Pop();
        definition.State = Progress.Read;
    }

    private void ReportCircle(TextNode text, Definition<TSet> definition)
    {
        var what = definition.State == Progress.Reading ? "is made of itself" : string.Create(CultureInfo.InvariantCulture, $"ends a chain of more than {LongestChain} names");
        problems.Add(Codes.Circle, text.Place, $"the {kind.Noun} {UserText.Quote(definition.Name)} {what}", "write out its terms in one of the names");
    }

    private TSet? Refuse(DiagnosticCode code, Node node, string message, string help)
    {
        problems.Add(code, node.Place, message, help);
        return null;
    }

    private static void MarkUsed(Definition<TSet> used)
    {
        var waiting = new Stack<Definition<TSet>>([used]);
        while (waiting.TryPop(out var next))
        {
            if (next.IsUsed) continue;
            next.IsUsed = true;
            foreach (var part in next.MadeOf) waiting.Push(part);
        }
    }
}
