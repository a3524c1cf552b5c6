using Remediator.Changes;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Steps;

/// <summary>Which tags of a group a policy looks at, anywhere, by key or by a pattern of keys: only a change of these can change a
/// verdict on the group itself.</summary>
public sealed class TagInterest(Policy policy)
{
    /// <summary>Walked once, and not before the first retag: no other event asks.</summary>
    private readonly Lazy<ImmutableArray<Pattern>> _looked = new(() => [.. Keys(policy).Distinct().Select(key => new Pattern(key))]);

    /// <summary>Those that the event may have changed and that the policy looks at; all that it looks at, where the event does not say
    /// which it changed.</summary>
    public ImmutableHashSet<string> Touched(Change change)
    {
        if (change.AnyTagRetagged) return [.. _looked.Value.Select(p => p.Text)];
        return change.Retagged.IsEmpty ? [] : [.. change.Retagged.Select(t => t.Key).Where(key => _looked.Value.Any(p => p.Matches(key)))];
    }

    private static IEnumerable<string> Keys(Policy policy) =>
    [
        .. policy.Rules.SelectMany(r => r.Groups.TagKeys.Concat(Keys(r.DenySymbols)).Concat(Keys(r.UnlessSymbols))),
        .. policy.Baselines.SelectMany(b => b.Groups.TagKeys.Concat(Keys(b.Ingress)).Concat(Keys(b.Egress))),
        .. policy.Changes.SelectMany(c => c.Groups.TagKeys),
        .. policy.Guardrails?.Protected?.TagKeys ?? [],
    ];

    private static IEnumerable<string> Keys(ImmutableArray<SymbolicTraffic> symbols) => symbols.SelectMany(s => Keys(s.Peer));

    private static IEnumerable<string> Keys(ImmutableArray<BaselineEntry>? entries) => (entries ?? []).SelectMany(e => e.Symbols).SelectMany(Keys);

    private static IEnumerable<string> Keys(PeerSymbol symbol) => symbol is PeerSymbol.Group group ? group.Selector.TagKeys : [];
}
