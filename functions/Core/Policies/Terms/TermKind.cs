using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>What is particular to one kind of term: peers, which are sets of addresses, or services.</summary>
internal abstract class TermKind<TSet>
    where TSet : class
{
    /// <summary>What a file's own name stands for: <c>network</c> or <c>service</c>.</summary>
    public abstract string Noun { get; }

    public abstract DiagnosticCode Unknown { get; }

    public abstract DiagnosticCode Unused { get; }

    /// <summary>Names that stand for themselves in every policy.</summary>
    public abstract IReadOnlyCollection<string> BuiltInNames { get; }

    /// <summary>How a term is written when it is not a name, for a help line.</summary>
    public abstract string Example { get; }

    public abstract TSet? BuiltIn(string name);

    /// <summary>Whether the text can only be meant as written inline, and is not a name.</summary>
    public abstract bool IsInline(string text);

    /// <summary>The set that the text writes inline, or null and a problem.</summary>
    public abstract TSet? Inline(TextNode term, Problems problems);

    /// <summary>A word that people write for a built-in name, or null.</summary>
    public abstract string? MeantFor(string text);

    /// <summary>Whether the full language has this term and this version does not.</summary>
    public abstract bool IsOfLater(string text);

    public abstract TSet Union(TSet a, TSet b);

    /// <summary>How many intervals the set is made of.</summary>
    public abstract int Pieces(TSet set);
}
