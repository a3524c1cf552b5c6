using System.Text.Json;
using Remediator.Groups;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The few forms that members of every type take.</summary>
internal static class Writing
{
    public static void Word(this Utf8JsonWriter json, string name, string[] words, int value) => json.WriteString(name, words[value]);

    /// <summary>Null is left out.</summary>
    public static void Maybe(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    /// <summary>Null is left out.</summary>
    public static void Maybe(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }

    /// <summary>Null is left out. All seven decimals of a second are kept, and so is the offset.</summary>
    public static void Maybe(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value) json.WriteString(name, value);
    }

    /// <summary>False is left out.</summary>
    public static void Flag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value) json.WriteBoolean(name, true);
    }

    public static void Numbers<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> items, Func<T, int> number)
        where T : class
    {
        json.WriteStartArray(name);
        if (!items.IsDefault) foreach (var item in items) json.WriteNumberValue(number(item));
        json.WriteEndArray();
    }

    public static void List<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
        where T : class
    {
        json.WriteStartArray(name);
        if (!items.IsDefault) foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>As a list of two-element lists: names are anybody's, and may be there twice.</summary>
    public static void Pairs(this Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        json.WriteStartArray(name);
        foreach (var (key, value) in pairs)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static void Group(this Utf8JsonWriter json, GroupKey key) => json.Texts("group", [key.Account, key.Region, key.GroupId]);
}
