using System.Text.Json;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>The fields of one object, taken by name in any case (<c>groupId</c>, <c>GroupId</c>). What nobody takes is what we do not
/// know: that is how nothing is overlooked.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, JsonCursor> _left = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<JsonCursor> _twins = [];
    private readonly List<JsonCursor> _odd = [];

    public Fields(JsonCursor place)
    {
        Place = place;
        foreach (var field in place.Value.EnumerateObject())
        {
            var cursor = place.Under(field.Name, field.Value);
            if (_left.TryAdd(field.Name, cursor) || cursor.IsNothing) continue;
            if (_left[field.Name].IsNothing) _left[field.Name] = cursor;
            else _twins.Add(cursor);
        }
    }

    public JsonCursor Place { get; }

    /// <summary>A field that is one value. Whatever is nested where a value should be is reported by <see cref="Leave"/>.</summary>
    public JsonCursor? Value(string name)
    {
        var field = Take(name);
        if (field is { IsObject: true } or { IsList: true }) _odd.Add(field);
        return field;
    }

    /// <summary>Whether the field is there and is not JSON's null; nobody has taken it yet.</summary>
    public bool Has(string name) => _left.TryGetValue(name, out var field) && field.Value.ValueKind != JsonValueKind.Null;

    /// <summary>The field, now known; null when it is missing, or when CloudTrail says that there is nothing.</summary>
    public JsonCursor? Take(string name) => _left.Remove(name, out var field) && !field.IsNothing ? field : null;

    /// <summary>Fields that carry no traffic, and are one value each.</summary>
    public void Skip(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) Value(name);
    }

    /// <summary>Fields that carry no traffic, whatever is nested in them: a tag may well be called as an address.</summary>
    public void SkipAllOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) Take(name);
    }

    /// <summary>Reports every field that was neither taken nor skipped, or was not what it was taken for; and every second spelling of
    /// any: which one counts?</summary>
    public void Leave(Gaps gaps)
    {
        foreach (var field in _left.Values) gaps.Unfamiliar(field);
        foreach (var field in _odd) gaps.Unfamiliar(field);
        foreach (var twin in _twins) gaps.Twin(twin);
    }
}
