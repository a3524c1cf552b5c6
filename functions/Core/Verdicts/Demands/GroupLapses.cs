using Remediator.Groups;
using Remediator.Incoming;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts.Demands;

/// <summary>What is asked of a group itself. Every group has a name and a description, so that null means "not read".</summary>
internal static class GroupLapses
{
    public static IEnumerable<Found> Of(GroupDemands demands, GroupFacts group)
    {
        if (Text("name", demands.Name, group.Name) is { } name) yield return name;
        if (Text("description", demands.Description, group.Description) is { } description) yield return description;
        foreach (var demand in demands.Tags)
            if (TextDemands.Tag(demand, group.Tags) is { } tag) yield return tag;
        if (Attachment(demands.Attached, group.IsAttached) is { } attachment) yield return attachment;
    }

    private static Found? Text(string what, Pattern? pattern, string? text)
    {
        if (pattern is null) return null;
        return text is null ? Found.Unknown($"a {what} like {Quoted.Text(pattern.Text)}", $"nothing: the {what} was not asked for") : TextDemands.Text(what, pattern, text);
    }

    private static Found? Attachment(bool? asked, bool? attached)
    {
        if (asked is not { } wanted || attached == wanted) return null;
        var expected = wanted ? "a network interface that carries it" : "no network interface that carries it";
        if (attached is null) return Found.Unknown(expected, "nothing: its interfaces were not asked for");
        return Found.Broken(expected, wanted ? "none: the group is unused" : "at least one");
    }
}
