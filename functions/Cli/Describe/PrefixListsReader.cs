using Remediator.Cli.Inputs;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Cli.Describe;

/// <summary>Answers of DescribeManagedPrefixLists (names and owners) and GetManagedPrefixListEntries (addresses) → prefix lists.</summary>
/// <remarks>The latter do not say whose entries they are. So what is read is any of these, alone, in a list or one after the other:
/// <code>
/// { "PrefixLists": [ { "PrefixListId": "pl-0a", "PrefixListName": …, "OwnerId": … } ] }    describe-managed-prefix-lists
/// { "pl-0a": { "Entries": [ { "Cidr": "203.0.113.0/24" } ] } }                             an answer for each id
/// { "Entries": [ … ] }                                                                    when the file knows exactly one list
/// { "PrefixLists": [ { "PrefixListId": "pl-0a", "Cidrs": [ … ] } ] }                       describe-prefix-lists
/// </code></remarks>
internal sealed class PrefixListsReader
{
    public const string Expected = "what `aws ec2 describe-managed-prefix-lists` prints, and for each list `{\"pl-…\": ANSWER}` with that of `aws ec2 get-managed-prefix-list-entries`";

    private readonly Complaints _complaints;
    private readonly Dictionary<string, (string? Name, string? Owner)> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Cidr>> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsure = new(StringComparer.Ordinal);
    private readonly List<JsonPlace> _nameless = [];

    private PrefixListsReader(Complaints complaints) => _complaints = complaints;

    /// <summary>The lists whose entries are all known, by id.</summary>
    public static ImmutableDictionary<string, PrefixList?> Read(string file, List<JsonPlace> documents, List<Problem> problems)
    {
        var reader = new PrefixListsReader(new Complaints(file, Expected, problems));
        foreach (var document in documents) reader.Add(document);
        reader.Adopt();
        return reader._entries.Where(e => !reader._unsure.Contains(e.Key)).ToImmutableDictionary(e => e.Key, e => reader.List(e.Key, e.Value), StringComparer.Ordinal);
    }

    private PrefixList? List(string id, List<Cidr> entries)
    {
        var (name, owner) = _named.GetValueOrDefault(id);
        return new(id, name, owner, AddressSet.From(entries));
    }

    private void Add(JsonPlace place)
    {
        if (place.IsList)
        {
            foreach (var entry in place.Entries()) Add(entry);
            return;
        }

        var lists = place.Field("PrefixLists");
        var keyed = place.IsObject ? place.Fields().Where(f => Ids.Is(f.Name, "pl-")).ToList() : [];
        foreach (var list in _complaints.List(place, "PrefixLists", "a list of prefix lists")) AddList(list);
        foreach (var answer in keyed) AddEntries(answer.Name, answer);
        if (place.Field("PrefixListId") is not null) AddList(place);
        else if (place.Field("Entries") is not null) _nameless.Add(place);
        else if (lists is null && keyed.Count == 0) _complaints.Not(place, "an object with `PrefixLists`, or with the entries of a `pl-…`");
    }

    private void AddList(JsonPlace list)
    {
        if (list.Field("PrefixListId")?.Text() is not { } id || !Ids.Is(id, "pl-"))
        {
            _complaints.Lacks(list, "PrefixListId", "an id such as `pl-0123456789abcdef0`");
            return;
        }

        _named[id] = (list.Field("PrefixListName")?.Text(), list.Field("OwnerId")?.TextOrNumber());
        if (list.Field("Entries") is not null) AddEntries(id, list);
        foreach (var cidr in _complaints.List(list, "Cidrs", "a list of blocks")) AddBlock(id, cidr, cidr);
    }

    /// <param name="answer">An object with <c>Entries</c>, or the entries themselves.</param>
    private void AddEntries(string id, JsonPlace answer)
    {
        _ = _entries.TryAdd(id, []);
        if (!answer.IsList && answer.Field("Entries") is null)
        {
            _complaints.Lacks(answer, "Entries", "the entries of the list");
            _unsure.Add(id);
            return;
        }

        if (!_complaints.IsWhole(answer)) _unsure.Add(id);
        foreach (var entry in answer.IsList ? answer.Entries() : _complaints.List(answer, "Entries", "the entries of the list"))
            AddBlock(id, entry, entry.Field("Cidr"));
    }

    private void AddBlock(string id, JsonPlace entry, JsonPlace? block)
    {
        if (!_entries.TryGetValue(id, out var entries)) _entries[id] = entries = [];
        if (Cidr.TryParse(block?.Text(), out var cidr))
        {
            entries.Add(cidr);
            return;
        }

        _unsure.Add(id);
        if (block is null) _complaints.Lacks(entry, "Cidr", "a block such as `203.0.113.0/24`");
        else _complaints.Not(block, "a block such as `203.0.113.0/24`");
    }

    /// <summary>Entries without an id belong to the one list that the file names, if it is one.</summary>
    private void Adopt()
    {
        if (_nameless.Count == 0) return;
        if (_named.Keys.Union(_entries.Keys).ToList() is [var only] && !_entries.ContainsKey(only))
        {
            foreach (var answer in _nameless) AddEntries(only, answer);
            return;
        }

        foreach (var answer in _nameless)
            _complaints.Add(answer, $"nobody says which prefix list has these entries, expected its id: {UserText.Quote("{\"pl-…\": { \"Entries\": [ … ] }}")}", "print the id before each answer, as the README shows");
    }
}
