using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>A list in any form that CloudTrail writes: <c>{"items":[…]}</c>, <c>{"item":…}</c>, an array, one bare object, or nothing.
/// Older APIs are recorded in the first form, newer ones (<c>…Request</c>) in the last ones.</summary>
internal static class JsonList
{
    /// <summary>Every entry that is an object; anything else is an unread permission in <paramref name="gaps"/>.</summary>
    public static List<JsonCursor> Of(JsonCursor? place, Gaps gaps)
    {
        var entries = new List<JsonCursor>();
        Collect(place, gaps, entries);
        return entries;
    }

    private static void Collect(JsonCursor? place, Gaps gaps, List<JsonCursor> entries)
    {
        if (place is null || place.IsNothing) return;
        if (place.IsList)
        {
            var index = 0;
            foreach (var value in place.Value.EnumerateArray()) CollectEntry(place.At(index++, value), gaps, entries);
        }
        else if (!place.IsObject) gaps.UnreadEntry(place, "a list");
        else if (IsWrapper(place)) Unwrap(place, gaps, entries);
        else entries.Add(place);
    }

    private static void CollectEntry(JsonCursor entry, Gaps gaps, List<JsonCursor> entries)
    {
        if (entry.IsNothing) gaps.UnreadEntry(entry, "a permission or a peer");
        else Collect(entry, gaps, entries);
    }

    private static bool IsWrapper(JsonCursor place) =>
        place.Value.EnumerateObject().Any(field => IsName(field.Name, "items") || IsName(field.Name, "item"));

    private static void Unwrap(JsonCursor place, Gaps gaps, List<JsonCursor> entries)
    {
        var fields = new Fields(place);
        Collect(fields.Take("items"), gaps, entries);
        Collect(fields.Take("item"), gaps, entries);
        fields.Skip("tag");
        fields.Leave(gaps);
    }

    private static bool IsName(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
