using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>A list of ids in any form that CloudTrail writes: <c>{"items":[{"resourceId":"…"}]}</c>, an array of objects or of texts,
/// one object, one text, or nothing.</summary>
internal static class IdList
{
    /// <summary>Every id, as text with its place; whatever else stands there is in <paramref name="gaps"/>.</summary>
    /// <param name="field">The field that holds the id where an entry is an object.</param>
    public static List<JsonCursor> Of(JsonCursor? place, string field, Gaps gaps)
    {
        var ids = new List<JsonCursor>();
        if (place is { IsNothing: false }) Collect(place, field, gaps, ids);
        return ids;
    }

    private static void Collect(JsonCursor place, string field, Gaps gaps, List<JsonCursor> ids)
    {
        if (place.Text() is not null) ids.Add(place);
        else if (place.IsList && !place.IsNothing) CollectAll(place, field, gaps, ids);
        else if (place.IsObject && !place.IsNothing) CollectFields(new Fields(place), field, gaps, ids);
        else gaps.UnreadEntry(place, "an id");
    }

    private static void CollectAll(JsonCursor list, string field, Gaps gaps, List<JsonCursor> ids)
    {
        var index = 0;
        foreach (var value in list.Value.EnumerateArray()) Collect(list.At(index++, value), field, gaps, ids);
    }

    private static void CollectFields(Fields fields, string field, Gaps gaps, List<JsonCursor> ids)
    {
        var isWrapper = fields.Has("items") || fields.Has("item");
        foreach (var name in new[] { "items", "item" })
            if (fields.Take(name) is { } list) Collect(list, field, gaps, ids);
        if (fields.Take(field) is { } id) Collect(id, field, gaps, ids);
        else if (!isWrapper) gaps.UnreadPermission(fields.Place.Lacks(field, "an id"));
        fields.Skip("tag");
        fields.Leave(gaps);
    }
}
