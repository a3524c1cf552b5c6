using System.Globalization;
using System.Text.Json;

namespace Remediator.Incoming;

/// <summary>One place in the event's JSON: the value there and the way to it, which is spelled only when a message needs it.</summary>
internal sealed class JsonCursor
{
    private readonly JsonCursor? _parent;
    private readonly int _index;

    private JsonCursor(JsonElement value, JsonCursor? parent, string? name, int index)
    {
        Value = value;
        _parent = parent;
        Name = name;
        _index = index;
    }

    public JsonElement Value { get; }

    /// <summary>The field's name; null in a list and at the root.</summary>
    public string? Name { get; }

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    public bool IsList => Value.ValueKind == JsonValueKind.Array;

    /// <summary>CloudTrail writes an empty sub-object, or null, where there is nothing; others write an empty list.</summary>
    public bool IsNothing =>
        Value.ValueKind == JsonValueKind.Null || (IsObject && Value.GetPropertyCount() == 0) || (IsList && Value.GetArrayLength() == 0);

    /// <summary><c>detail.requestParameters.ipPermissions.items[0]</c>, escaped.</summary>
    public string Path => _parent is null ? "" : PathOf(_parent, Name, _index);

    /// <summary>What stands here, for a message.</summary>
    public string Seen => Value.ValueKind switch
    {
        JsonValueKind.String when Value.ValueEquals("") => "text with no character",
        JsonValueKind.String => Text() is { } text ? Quoted.Text(text) : "text with half a surrogate pair",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Quoted.Text(Value.GetRawText()),
    };

    public static JsonCursor Root(JsonElement value) => new(value, null, null, 0);

    public JsonCursor Under(string name, JsonElement value) => new(value, this, name, 0);

    public JsonCursor At(int index, JsonElement value) => new(value, this, null, index);

    /// <summary>The field of exactly this name; null when there is none, or JSON's null, or when this is no object.</summary>
    public JsonCursor? Field(string name) =>
        IsObject && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Under(name, value) : null;

    /// <summary>A string that is not empty, else null.</summary>
    public string? Text()
    {
        if (Value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return Value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // an escaped half of a surrogate pair: JSON by its grammar, but no text
        }
    }

    /// <summary>A string, or a number as it was written.</summary>
    public string? TextOrNumber() => Value.ValueKind == JsonValueKind.Number ? Value.GetRawText() : Text();

    /// <summary>true or false, also where it was written as a string; null when it is neither.</summary>
    public bool? Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(Text(), out var flag) => flag,
        _ => null,
    };

    /// <summary>A message: where, what was read, what was expected.</summary>
    public string Not(string expected) => $"`{Path}` is {Seen}, expected {expected}";

    /// <summary>A message about a field that is not here.</summary>
    public string Lacks(string name, string expected) => $"`{PathOf(this, name, 0)}` is missing, expected {expected}";

    private static string PathOf(JsonCursor parent, string? name, int index)
    {
        var head = parent.Path;
        if (name is null) return string.Create(CultureInfo.InvariantCulture, $"{head}[{index}]");
        var escaped = Quoted.Escaped(name, 60);
        return head.Length == 0 ? escaped : $"{head}.{escaped}";
    }
}
