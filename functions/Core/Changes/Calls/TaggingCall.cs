using Remediator.Incoming;

namespace Remediator.Changes.Calls;

/// <summary>Reads CreateTags and DeleteTags, which take up to 1,000 resources of any kind in one call: groups are judged.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html and
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html</remarks>
internal static class TaggingCall
{
    public static ChangeReading Read(Call call)
    {
        var request = TagsRequest.Read(call.Request, call.Name);
        var groups = request.Resources.Where(IsGroup).DistinctBy(id => id.Text()).ToList();
        foreach (var wrong in groups.Where(id => !PeerReader.IsId(id.Text(), "sg-")))
            call.Problems.Add(wrong.Not("a group's id such as `sg-0123456789abcdef0`"));
        if (request.WhyIncomplete is { } why) call.Problems.Add(why);
        else if (request.Resources.Count == 0) call.Problems.Add(call.Detail.Lacks("requestParameters.resourcesSet", "the ids of what is tagged"));
        else if (groups.Count == 0) return new Ignored(WhyNot(request.Resources));
        var changes = groups.Select(id => call.ChangeOf(new GroupName(id.Text(), null))).OfType<Change>().Select(c => Retagged(c, request)).ToImmutableArray();
        if (!call.IsReadable) return call.Unreadable;
        return changes is [var one] ? one : new Several(changes);
    }

    private static Change Retagged(Change change, TagsRequest request) => change with
    {
        Kind = ChangeKind.Retagged,
        Retagged = request.Tags,
        AnyTagRetagged = request.MayConcernAnyTag,
        WholeGroupBecause = "its tags have changed, and with them the rules that choose it",
    };

    private static bool IsGroup(JsonCursor id) => id.Text()!.StartsWith("sg-", StringComparison.Ordinal);

    private static string WhyNot(List<JsonCursor> resources) => resources.All(id => id.Text()!.StartsWith("sgr-", StringComparison.Ordinal))
        ? "tags of a security group's rules choose nothing, only those of the group do"
        : $"it tags {resources[0].Seen}{(resources.Count > 1 ? $" and {resources.Count - 1} more" : "")}, no security group";
}
