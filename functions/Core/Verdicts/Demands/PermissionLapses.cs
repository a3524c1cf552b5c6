using Remediator.Groups;
using Remediator.Incoming;
using Remediator.Policies;

namespace Remediator.Verdicts.Demands;

/// <summary>What is asked of one permission.</summary>
internal static class PermissionLapses
{
    public static IEnumerable<Found> Of(PermissionDemands demands, Permission permission, DateOnly today)
    {
        if (demands.Direction is { } direction && direction != permission.Direction) yield break;
        if (demands.Description is { } pattern && TextDemands.Text("description", pattern, permission.Description) is { } description) yield return description;
        var tags = Tags(permission);
        foreach (var demand in demands.Tags)
            if (TextDemands.Tag(demand, tags) is { } tag) yield return tag;
        if (demands.ReviewInDescription && ReviewDate.Lapse("the description", permission.Description, today) is { } review) yield return review;
        if (demands.ReviewTag is { } key && OfTag(key, tags, today) is { } tagged) yield return tagged;
    }

    private static Found? OfTag(string key, IReadOnlyList<KeyValuePair<string, string>>? tags, DateOnly today)
    {
        var place = $"tag {Quoted.Text(key)}";
        if (tags is null) return Found.Unknown(ReviewDate.Expected(place), "no tags at all: they were not asked for");
        string? value = null;
        foreach (var tag in tags)
            if (tag.Key == key) value ??= tag.Value;
        return ReviewDate.Lapse(place, value, today);
    }

    /// <summary>Null: not read. DescribeSecurityGroups shows neither the tags of rules nor their ids; what shows the one shows the other
    /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html).</summary>
    private static IReadOnlyList<KeyValuePair<string, string>>? Tags(Permission permission) =>
        permission.RuleId is null && permission.Tags.IsEmpty ? null : permission.Tags;
}
