using Remediator.Changes;

namespace Remediator.Steps;

/// <summary>The tags of a group that was retagged a moment ago.</summary>
public static class EventTags
{
    /// <summary>A read may show the tags as they were before: what the event set is set, and what it took is gone.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> TagsAfter(this Change change, ImmutableArray<KeyValuePair<string, string>> shown)
    {
        var isTaken = change.EventName == "DeleteTags";
        var said = change.Retagged.Where(t => t.Value is not null || isTaken).ToList();
        var set = said.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Key, t.Value!));
        return [.. shown.Where(t => said.All(s => s.Key != t.Key)), .. set];
    }
}
