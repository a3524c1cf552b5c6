using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Which group a call was about, as the answer and the request name it. They must agree: acting on the wrong group would
/// remove what somebody else needs.</summary>
internal static class GroupReader
{
    public static GroupName? Read(Stated answer, Stated asked, JsonCursor detail, List<string> problems)
    {
        var before = problems.Count;
        var ids = answer.GroupIds.Concat(asked.GroupIds).DistinctBy(place => place.Text()).ToList();
        foreach (var wrong in ids.Where(place => !PeerReader.IsId(place.Text(), "sg-")))
            problems.Add(wrong.Not("a group's id such as `sg-0123456789abcdef0`"));
        if (ids.Count > 1) problems.Add(string.Join(", but ", ids.Take(2).Select(id => $"`{id.Path}` is {id.Seen}")) + ": expected one group");
        var name = asked.GroupName?.Text();
        if (asked.GroupName is not null && name is null) problems.Add(asked.GroupName.Not("a group's name"));
        if (ids.Count == 0 && name is null && problems.Count == before) Missing(asked, detail, problems);
        return problems.Count > before ? null : new GroupName(ids.FirstOrDefault()?.Text(), name);
    }

    private static void Missing(Stated asked, JsonCursor detail, List<string> problems)
    {
        problems.Add(detail.Lacks("requestParameters.groupId", "the group's id or name, here or in the answer"));
        if (asked.Gaps.Any) problems.Add(asked.Gaps.Why);
    }
}
