using Remediator.Incoming;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts.Demands;

/// <summary>Demands on one text or one tag.</summary>
internal static class TextDemands
{
    /// <param name="what">Such as <c>description</c>.</param>
    /// <param name="text">Null: there is none.</param>
    public static Found? Text(string what, Pattern pattern, string? text)
    {
        if (text is not null && pattern.Matches(text)) return null;
        return Found.Broken($"a {what} like {Quoted.Text(pattern.Text)}", string.IsNullOrEmpty(text) ? $"no {what}" : Quoted.Text(text));
    }

    /// <param name="tags">Null: they were not read.</param>
    public static Found? Tag(TagDemand demand, IReadOnlyList<KeyValuePair<string, string>>? tags)
    {
        var expected = $"a tag {Quoted.Text(demand.Key)} like {string.Join(" or ", demand.Values.Select(v => Quoted.Text(v.Text)))}";
        if (tags is null) return Found.Unknown(expected, "no tags at all: they were not asked for");
        var values = tags.Where(t => t.Key == demand.Key).Select(t => t.Value).ToList();
        if (values.Exists(value => demand.Values.Any(pattern => pattern.Matches(value)))) return null;
        return Found.Broken(expected, values.Count == 0 ? "no such tag" : Quoted.Text(values[0]));
    }
}
