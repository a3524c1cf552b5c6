using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>What a read could add that may change the verdict.</summary>
/// <param name="Facts">Of the group itself.</param>
/// <param name="Standing">All permissions of the group.</param>
/// <param name="PrefixLists">The ids or names of lists.</param>
/// <param name="PeerGroups">Ids of groups that permissions refer to.</param>
public sealed record Needs(NeededFacts Facts, bool Standing, ImmutableHashSet<string> PrefixLists, ImmutableHashSet<string> PeerGroups)
{
    public static readonly Needs Nothing = new(NeededFacts.None, false, [], []);

    public bool IsNothing => Facts == NeededFacts.None && !Standing && PrefixLists.IsEmpty && PeerGroups.IsEmpty;

    public Needs And(Needs other)
    {
        if (IsNothing) return other;
        return other.IsNothing ? this : new(Facts | other.Facts, Standing || other.Standing, PrefixLists.Union(other.PrefixLists), PeerGroups.Union(other.PeerGroups));
    }
}
