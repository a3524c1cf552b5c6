using Remediator.Changes;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Steps;

/// <summary>Which tags of a group a policy looks at, anywhere, by key or by a pattern of keys: only a change of these can change a
/// verdict on the group itself.</summary>
public static class TagInterest
{
    public static ImmutableHashSet<string> Of(Policy policy) =>
    [
        .. policy.Rules.SelectMany(r => r.Groups.TagKeys.Concat(Keys(r.DenySymbols)).Concat(Keys(r.UnlessSymbols))),
        .. policy.Baselines.SelectMany(b => b.Groups.TagKeys.Concat(Keys(b.Ingress)).Concat(Keys(b.Egress))),
        .. policy.Changes.SelectMany(c => c.Groups.TagKeys),
        .. policy.Guardrails?.Protected?.TagKeys ?? [],
    ];

    /// <summary>Those that the event may have changed and that the policy looks at; all that it looks at, where the event does not say
    /// which it changed.</summary>
    public static ImmutableHashSet<string> Touched(Policy policy, Change change)
    {
        var looked = Of(policy);
        if (change.AnyTagRetagged) return looked;
        List<Pattern> patterns = [.. looked.Select(key => new Pattern(key))];
        return [.. change.Retagged.Select(t => t.Key).Where(key => patterns.Exists(p => p.Matches(key)))];
    }

    private static IEnumerable<string> Keys(ImmutableArray<SymbolicTraffic> symbols) => symbols.SelectMany(s => Keys(s.Peer));

    private static IEnumerable<string> Keys(ImmutableArray<BaselineEntry>? entries) => (entries ?? []).SelectMany(e => e.Symbols).SelectMany(Keys);

    private static IEnumerable<string> Keys(PeerSymbol symbol) => symbol is PeerSymbol.Group group ? group.Selector.TagKeys : [];
}
