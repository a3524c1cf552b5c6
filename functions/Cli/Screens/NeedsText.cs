using Remediator.Findings;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What would have to be read to decide, and which file would tell.</summary>
internal static class NeedsText
{
    private const int MostListed = 5;

    /// <summary>One sentence for each; none when the verdict is final.</summary>
    public static IEnumerable<string> Lines(Needs needs)
    {
        if (needs.Facts.HasFlag(NeededFacts.Fixed)) yield return "the group's name and VPC are not known: --groups tells";
        if (needs.Facts.HasFlag(NeededFacts.Tags)) yield return "the group's tags are not known: --groups tells";
        if (needs.Facts.HasFlag(NeededFacts.Attached)) yield return "whether anything carries the group is not known: --interfaces tells";
        if (needs.Standing) yield return "what else the group holds is not known: --groups tells";
        if (!needs.PrefixLists.IsEmpty) yield return $"the entries of {Listed(needs.PrefixLists)} are not known: --prefix-lists tells";
        if (!needs.PeerGroups.IsEmpty) yield return $"nothing is known of {Listed(needs.PeerGroups)}: describe-security-groups of the account that owns it tells";
    }

    private static string Listed(ImmutableHashSet<string> names)
    {
        var shown = string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostListed).Select(n => SafeText.Line(n, 80)));
        return names.Count <= MostListed ? shown : $"{shown} and {Counted.Of(names.Count - MostListed, "other")}";
    }
}
