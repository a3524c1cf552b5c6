namespace Remediator.Changes;

/// <summary>The fields of one object, taken by name in any case (<c>groupId</c>, <c>GroupId</c>). What nobody takes is what we do not
/// know: that is how nothing is overlooked.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, JsonCursor> _left = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<JsonCursor> _twins = [];

    public Fields(JsonCursor place)
    {
        Place = place;
        foreach (var field in place.Value.EnumerateObject())
        {
            var cursor = place.Under(field.Name, field.Value);
            if (!_left.TryAdd(field.Name, cursor)) _twins.Add(cursor);
        }
    }

    public JsonCursor Place { get; }

    /// <summary>The field, now known; null when it is missing, null or an empty object, as CloudTrail writes "nothing".</summary>
    public JsonCursor? Take(string name) => _left.Remove(name, out var field) && !field.IsNothing ? field : null;

    /// <summary>Fields that carry no traffic.</summary>
    public void Skip(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) _left.Remove(name);
    }

    /// <summary>Every field that was neither taken nor skipped, and every second spelling of one that was.</summary>
    public void Leave(Gaps gaps)
    {
        foreach (var field in _left.Values) gaps.Unfamiliar(field);
        foreach (var field in _twins) gaps.Unfamiliar(field);
    }
}
