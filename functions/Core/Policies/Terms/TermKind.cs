using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>What is particular to one kind of term: peers, services, or groups.</summary>
internal abstract class TermKind<TSet>
    where TSet : class
{
    /// <summary>What a file's own name stands for: <c>network</c>, <c>service</c> or <c>group</c>.</summary>
    public abstract string Noun { get; }

    public abstract DiagnosticCode Unknown { get; }

    public abstract DiagnosticCode Unused { get; }

    /// <summary>Names that stand for themselves in every policy.</summary>
    public abstract IReadOnlyCollection<string> BuiltInNames { get; }

    /// <summary>How a term is written when it is not a name, for a help line.</summary>
    public abstract string Example { get; }

    /// <summary>Pieces that one set may have at most.</summary>
    public virtual long MostPieces => long.MaxValue;

    /// <summary>Whether a term may be a mapping, or a list within a list.</summary>
    public virtual bool IsNested => false;

    public abstract TSet? BuiltIn(string name);

    /// <summary>Whether the text can only be meant as written inline, and is not a name.</summary>
    public abstract bool IsInline(string text);

    /// <summary>The set that the text writes inline, or null and a problem.</summary>
    public abstract TSet? Inline(TextNode term, Problems problems);

    /// <summary>The set that a mapping writes, or null and a problem; asked only of a nested kind.</summary>
    /// <param name="read">Reads a term that stands within it.</param>
    public virtual TSet? Mapping(MapNode term, Func<Node, TSet?> read, Problems problems) => null;

    /// <summary>What a name of the file stands for, where it is used.</summary>
    public virtual TSet Called(string name, TSet set) => set;

    /// <summary>What somebody who writes this most likely means, or null.</summary>
    public abstract string? MeantFor(string text);

    /// <summary>Whether no network, service or group may have this name, besides those that are built in.</summary>
    public abstract bool IsReserved(string text);

    /// <summary>Of at least one.</summary>
    public abstract TSet Union(IReadOnlyList<TSet> sets);

    /// <summary>What operations on the set cost: how many intervals, symbols or questions it is made of.</summary>
    public abstract long Pieces(TSet set);

    /// <summary>By halves: adding one set at a time would sort a long list anew for each of its members.</summary>
    protected static TSet Halved(IReadOnlyList<TSet> sets, Func<TSet, TSet, TSet> union)
    {
        return From(0, sets.Count);

        TSet From(int from, int to) => to - from == 1 ? sets[from] : union(From(from, (from + to) / 2), From((from + to) / 2, to));
    }
}
