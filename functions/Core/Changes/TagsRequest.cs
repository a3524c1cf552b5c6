using System.Text.Json;
using Remediator.Changes.Calls;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>What CreateTags or DeleteTags was asked for.</summary>
/// <param name="Resources">The ids that it names, of any kind of resource.</param>
/// <param name="Tags">A tag that was set has a value, if perhaps an empty one; null where it was taken, or where the record does not
/// show the value.</param>
/// <param name="MayConcernAnyTag">More tags may be concerned than <paramref name="Tags"/> says: DeleteTags without any takes all.</param>
/// <param name="WhyIncomplete">Why there may be more resources than were read; null when there are none.</param>
internal sealed record TagsRequest(List<JsonCursor> Resources, ImmutableArray<KeyValuePair<string, string?>> Tags, bool MayConcernAnyTag, string? WhyIncomplete)
{
    public static TagsRequest Read(JsonCursor? parameters, string eventName)
    {
        var (resources, tags) = (new List<JsonCursor>(), ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>());
        var (unclear, unclearTags) = (new Gaps(), new Gaps());
        foreach (var fields in RecordPart.Of(parameters, eventName + "Request", unclear))
        {
            foreach (var name in new[] { "resourcesSet", "resourceSet", "resources", "resourceId" })
                resources.AddRange(IdList.Of(fields.Take(name), "resourceId", unclear));
            foreach (var name in new[] { "tagSet", "tags", "tag" })
                foreach (var tag in TagList(fields.Take(name), mayBeNumber: name == "tag", unclearTags))
                    if (ReadTag(new Fields(tag), eventName, unclearTags) is { } read) tags.Add(read);
            fields.Skip("dryRun", "xmlns");
            fields.Leave(unclear);
        }

        var isIncomplete = unclear.Unread > 0 || unclear.HidesPeers || unclear.Omitted;
        return new(resources, tags.ToImmutable(), tags.Count == 0 || unclear.Any || unclearTags.Any, isIncomplete ? unclear.Why : null);
    }

    /// <summary>In the newer form <c>tag</c> is also the number of an entry.</summary>
    private static List<JsonCursor> TagList(JsonCursor? place, bool mayBeNumber, Gaps gaps) =>
        mayBeNumber && place is { IsObject: false, IsList: false } ? [] : JsonList.Of(place, gaps);

    private static KeyValuePair<string, string?>? ReadTag(Fields fields, string eventName, Gaps gaps)
    {
        var (key, value) = (fields.Value("key"), fields.Value("value"));
        var name = key?.Text();
        if (name is null) gaps.UnreadPermission(key?.Not("a tag's key") ?? fields.Place.Lacks("key", "a tag's key"));
        fields.Skip("tag");
        fields.Leave(gaps);
        return name is null ? null : new(name, eventName == CallNames.DeleteTags ? null : Value(value));
    }

    /// <summary>A tag that was set without a value has an empty one.</summary>
    private static string? Value(JsonCursor? value) =>
        value is null || (value.Value.ValueKind == JsonValueKind.String && value.Value.ValueEquals("")) ? "" : value.Text();
}
