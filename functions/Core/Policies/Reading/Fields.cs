using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>A mapping with a known set of keys. Making one reports every key that is not in the set.</summary>
internal sealed class Fields
{
    private readonly MapNode map;
    private readonly KeySet keys;
    private readonly Problems problems;

    private Fields(MapNode map, KeySet keys, Problems problems)
    {
        this.map = map;
        this.keys = keys;
        this.problems = problems;
        foreach (var entry in map.Entries) Check(entry);
    }

    public Place Place => map.Place;

    public static Fields? Of(Node node, string what, KeySet keys, Problems problems)
    {
        if (node is MapNode map) return new(map, keys, problems);
        problems.Add(Codes.WrongShape, node.Place, $"{what} is {node.Shape} here, not a mapping", $"write its keys: {UserText.QuoteAll(keys.Known)}");
        return null;
    }

    /// <summary>The value of a key; null when the key is not there, or stands without a value, which is reported.</summary>
    public Node? Find(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key != key) continue;
            if (entry.Value is not TextNode { IsNothing: true }) return entry.Value;
            problems.Add(Codes.NoValue, entry.Place, $"`{key}` has no value", "write one, or leave the key out");
            return null;
        }

        return null;
    }

    /// <summary>Whether the key is there, with a value or without.</summary>
    public bool Has(string key) => map.Entries.Any(e => e.Key == key);

    /// <summary>As <see cref="Find"/>, for a key that has to be there.</summary>
    public Node? Require(string key, string help)
    {
        if (!Has(key)) problems.Add(Codes.MissingKey, map.Place, $"{keys.Owner} needs `{key}`", help);
        return Find(key);
    }

    /// <summary>As <see cref="Of"/>, for a mapping that must say something; null also when it says nothing, which is reported.</summary>
    public static Fields? Full(Node node, string what, KeySet keys, Problems problems)
    {
        if (node is not MapNode { Entries.IsEmpty: true }) return Of(node, what, keys, problems);
        problems.Add(Codes.EmptyList, node.Place, $"{what} says nothing", $"write some of {UserText.QuoteAll(keys.Known)}, or leave it out");
        return null;
    }

    public Place PlaceOf(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key == key) return entry.Place;
        }

        return map.Place;
    }

    private void Check(Entry entry)
    {
        if (keys.Known.Contains(entry.Key)) return;
        problems.Add(Codes.UnknownKey, entry.Place, $"{UserText.Quote(entry.Key)} is not a key of {keys.Owner}", () => Nearest.Help(entry.Key, keys.Known, $"known are {UserText.QuoteAll(keys.Known)}"));
    }
}
