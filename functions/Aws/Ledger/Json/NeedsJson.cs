using System.Text.Json;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Aws.Ledger.Json;

/// <summary>What a read could have added to a verdict that was not final.</summary>
internal static class NeedsJson
{
    private static readonly (string Word, NeededFacts Fact)[] Facts = [("fixed", NeededFacts.Fixed), ("tags", NeededFacts.Tags), ("attached", NeededFacts.Attached)];

    public static void Write(Utf8JsonWriter json, Needs needs)
    {
        json.WriteStartObject("needs");
        json.Texts("facts", Facts.Where(f => (needs.Facts & f.Fact) != 0).Select(f => f.Word));
        json.Flag("standing", needs.Standing);
        json.Texts("prefixLists", needs.PrefixLists.Order(StringComparer.Ordinal));
        json.Texts("peerGroups", needs.PeerGroups.Order(StringComparer.Ordinal));
        json.WriteEndObject();
    }

    public static Needs Read(Part part) => new(
        part.Member("facts").Items().Aggregate(NeededFacts.None, (sum, fact) => sum | Read(fact, fact.Text())),
        part.Optional("standing")?.Flag() ?? false,
        [.. part.Member("prefixLists").List(text => text.Text())],
        [.. part.Member("peerGroups").List(text => text.Text())]);

    private static NeededFacts Read(Part part, string word)
    {
        foreach (var (name, fact) in Facts)
            if (name == word) return fact;
        return part.Wrong("fixed or tags or attached", NeededFacts.None);
    }
}
