using System.Globalization;
using System.Text.Json;
using Remediator.Diagnostics;

namespace Remediator.Cli.Inputs;

/// <summary>A value in a JSON document that knows where it stands.</summary>
internal sealed class JsonPlace
{
    private readonly JsonPlace? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPlace(JsonElement value, JsonPlace? parent, string? name, int index)
    {
        Value = value;
        _parent = parent;
        _name = name;
        _index = index;
    }

    public JsonElement Value { get; }

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    public bool IsList => Value.ValueKind == JsonValueKind.Array;

    public bool IsNothing => Value.ValueKind == JsonValueKind.Null || (IsObject && Value.GetPropertyCount() == 0) || (IsList && Value.GetArrayLength() == 0);

    /// <summary><c>SecurityGroups[0].IpPermissions[2]</c>, safe to show; empty for the whole document.</summary>
    public string Path => _parent is null ? _name ?? "" : Joined(_parent.Path, _name, _index);

    /// <summary>What stands here, for a message.</summary>
    public string Seen => Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Text() is { } text ? UserText.Quote(text) : "a text that is none",
        _ => UserText.Quote(Value.GetRawText()),
    };

    /// <param name="name">Which document it is, where a file holds several; else null.</param>
    public static JsonPlace Root(JsonElement value, string? name) => new(value, null, name, 0);

    /// <summary>Null when there is none, or JSON's null, or this is no object.</summary>
    public JsonPlace? Field(string name) =>
        IsObject && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new(value, this, name, 0) : null;

    public IEnumerable<JsonPlace> Fields()
    {
        foreach (var field in Value.EnumerateObject()) yield return new(field.Value, this, field.Name, 0);
    }

    /// <summary>Its name in the object that it stands in.</summary>
    public string Name => _name ?? "";

    public IEnumerable<JsonPlace> Entries()
    {
        var index = 0;
        foreach (var value in Value.EnumerateArray()) yield return new(value, this, null, index++);
    }

    /// <summary>A text; null for anything else, and for half a surrogate pair, which is no text.</summary>
    public string? Text()
    {
        if (Value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return Value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public string? TextOrNumber() => Value.ValueKind == JsonValueKind.Number ? Value.GetRawText() : Text();

    public bool? Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public int? Number() => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) ? number : null;

    private static string Joined(string head, string? name, int index)
    {
        if (name is null) return string.Create(CultureInfo.InvariantCulture, $"{head}[{index}]");
        var safe = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && name.Length <= UserText.Longest ? name : UserText.Quote(name);
        return head.Length == 0 ? safe : $"{head}.{safe}";
    }
}
