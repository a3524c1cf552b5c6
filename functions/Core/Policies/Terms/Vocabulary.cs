using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>The names of one kind that a file may use, and the reader of its terms.</summary>
/// <remarks>A named network or service is one term or a list of them, and a term may be another name, above or below in the file:
/// that is how people build <c>admins: [office, vpn]</c>. A name made of itself is an error, and so is a chain of more than 64. The
/// terms in force are those of this file: a built-in name cannot be given a new meaning.</remarks>
internal sealed class Vocabulary<TSet>(TermKind<TSet> kind, Problems problems, Budget budget)
    where TSet : class
{
    private const int LongestChain = 64;
    private readonly Dictionary<string, Definition<TSet>> definitions = new(StringComparer.Ordinal);
    private readonly Stack<Definition<TSet>> reading = new();

    public TermKind<TSet> Kind => kind;

    /// <summary>Takes the names that a mapping defines, and reads each of them.</summary>
    public void Define(MapNode names)
    {
        foreach (var entry in names.Entries)
        {
            if (!Texts.IsName(entry.Key))
                problems.Add(Codes.BadText, entry.Place, $"{UserText.Quote(entry.Key)} cannot be the name of a {kind.Noun}", $"write at most {Texts.LongestName} letters, digits, `-`, `_` or `.`, a letter first");
            else if (kind.BuiltInNames.Contains(entry.Key) || kind.IsInline(entry.Key) || kind.IsOfLater(entry.Key))
                problems.Add(Codes.NameTaken, entry.Place, $"{UserText.Quote(entry.Key)} has a meaning of its own and cannot name a {kind.Noun}", "choose another name");
            else
                definitions.Add(entry.Key, new(entry.Key, entry.Place, entry.Value));
        }

        foreach (var definition in definitions.Values) Resolve(definition);
    }

    /// <summary>The union of one term or a list of them; null and problems when any term cannot be read.</summary>
    public TSet? Read(Node node)
    {
        if (node is ListNode { Items.IsEmpty: true } or MapNode)
        {
            if (node is ListNode) problems.Add(Codes.EmptyList, node.Place, $"there is no {kind.Noun} in this list", "write at least one, or leave the key out");
            else problems.Add(Codes.WrongShape, node.Place, $"a mapping stands here, not a {kind.Noun}", $"write one term, such as {kind.Example}, or a list of them");
            return null;
        }

        IReadOnlyList<Node> terms = node is ListNode list ? list.Items : [node];
        var sets = new List<TSet>(terms.Count);
        foreach (var term in terms)
        {
            if (Term(term) is { } set) sets.Add(set);
        }

        if (sets.Count < terms.Count) return null;
        return budget.Spend(sets.Sum(set => (long)kind.Pieces(set)), node.Place) ? UnionOf(sets, 0, sets.Count) : null;
    }

    /// <summary>Warns of each name that no rule mentions, by itself or by way of another name.</summary>
    public void ReportUnused()
    {
        foreach (var unused in definitions.Values.Where(d => !d.IsUsed))
            problems.Add(kind.Unused, unused.Place, $"no rule uses the {kind.Noun} {UserText.Quote(unused.Name)}", "use it in a rule, or take it out");
    }

    private TSet? Term(Node node)
    {
        if (node is not TextNode { IsNothing: false } text)
        {
            problems.Add(node is TextNode ? Codes.NoValue : Codes.WrongShape, node.Place, $"{(node is TextNode ? "nothing" : node.Shape)} stands here, not a {kind.Noun}", $"write one term, such as {kind.Example}, or one list of terms");
            return null;
        }

        if (kind.BuiltIn(text.Text) is { } builtIn) return builtIn;
        if (TryName(text, out var named)) return named;
        if (kind.IsOfLater(text.Text))
            problems.Add(Codes.WordOfLater, text.Place, $"{UserText.Quote(text.Text)} is not a term of this version", $"write networks or blocks, such as {kind.Example}");
        else if (kind.IsInline(text.Text))
            return kind.Inline(text, problems);
        else
            problems.Add(kind.Unknown, text.Place, $"there is no {kind.Noun} {UserText.Quote(text.Text)}", () => HelpFor(text.Text));
        return null;
    }

    private string HelpFor(string text) => kind.MeantFor(text) is { } meant
        ? $"did you mean `{meant}`?"
        : Nearest.Help(text, [.. kind.BuiltInNames, .. definitions.Keys], $"define it under `{kind.Noun}s`, or write it out, as in {kind.Example}");

    /// <summary>True when the text names something of this file, even if that could not be read.</summary>
    private bool TryName(TextNode text, out TSet? set)
    {
        set = null;
        if (!definitions.TryGetValue(text.Text, out var definition)) return false;
        if (definition.State == Progress.Reading || reading.Count > LongestChain) ReportCircle(text, definition);
        else set = Use(definition, text);
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

        MarkUsed(definition);
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

    /// <summary>By halves: adding one set at a time would sort a long list anew for each of its members.</summary>
    private TSet UnionOf(List<TSet> sets, int from, int to) => to - from == 1
        ? sets[from]
        : kind.Union(UnionOf(sets, from, (from + to) / 2), UnionOf(sets, (from + to) / 2, to));
}
