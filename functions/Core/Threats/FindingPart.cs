using System.Globalization;
using System.Text.Json;
using Remediator.Incoming;

namespace Remediator.Threats;

/// <summary>One object of a finding. Its fields are found in any capitals: EventBridge sends <c>ipAddressV4</c>, GetFindings and the
/// CLI print <c>IpAddressV4</c>. What is missing, null or empty is null; what is there and of another kind is a problem.</summary>
internal sealed record FindingPart(JsonCursor Place, List<string> Problems)
{
    /// <summary>The field with something in it; null when there is none.</summary>
    public JsonCursor? Field(string name)
    {
        JsonCursor? found = null;
        foreach (var field in Place.Value.EnumerateObject())
        {
            if (!field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var here = Place.Under(field.Name, field.Value);
            if (IsEmpty(here)) continue;
            if (found is not null) Problems.Add($"`{found.Path}` and `{here.Path}` are both there, expected one of them");
            found ??= here;
        }

        return found;
    }

    public FindingPart? Object(string name) => Of(Field(name));

    /// <summary>Every entry of a list; one bare object counts as a list of one.</summary>
    public List<FindingPart> List(string name) => [.. Entries(name).Select(Of).OfType<FindingPart>()];

    /// <summary>Every text of a list of texts; empty ones are left out.</summary>
    public List<JsonCursor> Texts(string name, string expected)
    {
        var texts = new List<JsonCursor>();
        foreach (var entry in Entries(name))
        {
            if (entry.Text() is not null) texts.Add(entry);
            else Problems.Add(entry.Not(expected));
        }

        return texts;
    }

    public string? Text(string name, string expected)
    {
        var place = Field(name);
        var text = place?.TextOrNumber();
        if (place is not null && text is null) Problems.Add(place.Not(expected));
        return text;
    }

    public bool? Flag(string name)
    {
        var place = Field(name);
        var flag = place?.Flag();
        if (place is not null && flag is null) Problems.Add(place.Not("`true` or `false`"));
        return flag;
    }

    /// <summary>A whole number, also where it is written as text.</summary>
    public int? Number(string name, int least, int most, string expected)
    {
        var place = Field(name);
        if (place is null) return null;
        if (int.TryParse(place.TextOrNumber(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Problems.Add(place.Not(expected));
        return null;
    }

    public DateTimeOffset? Time(string name) => Field(name) is { } place ? EnvelopeFields.Time(Place, name, place, Problems) : null;

    private IEnumerable<JsonCursor> Entries(string name)
    {
        var list = Field(name);
        if (list is null) return [];
        return list.IsList ? list.Value.EnumerateArray().Select((value, i) => list.At(i, value)).Where(entry => !IsEmpty(entry)) : [list];
    }

    private static bool IsEmpty(JsonCursor place) => place.IsNothing || (place.Value.ValueKind == JsonValueKind.String && place.Value.ValueEquals(""));

    private FindingPart? Of(JsonCursor? place)
    {
        if (place is null) return null;
        if (place.IsObject) return new(place, Problems);
        Problems.Add(place.Not("an object"));
        return null;
    }
}
