using Remediator.Policies.Selectors;

namespace Remediator.Policies.Terms;

/// <summary>A selector, and what asking it costs: names that stand for names multiply.</summary>
/// <param name="Size">Questions that it asks of a group at most, names counted as what they stand for.</param>
/// <param name="Depth">Selectors in its longest chain, itself included.</param>
internal sealed record Chosen(GroupSelector Selector, long Size, int Depth)
{
    public static Chosen By(GroupSelector selector) => new(selector, 1, 1);

    public static Chosen Any(IReadOnlyList<Chosen> of) => of.Count == 1 ? of[0] : Made(new GroupSelector.OneOf([.. of.Select(c => c.Selector)]), of);

    public static Chosen Every(IReadOnlyList<Chosen> of) => of.Count == 1 ? of[0] : Made(new GroupSelector.All([.. of.Select(c => c.Selector)]), of);

    private static Chosen Made(GroupSelector selector, IReadOnlyList<Chosen> of) => new(selector, of.Sum(c => c.Size), of.Max(c => c.Depth) + 1);
}
