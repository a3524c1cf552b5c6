using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;

namespace Remediator.Memories;

/// <summary>What is known of one group from before.</summary>
/// <param name="ReadAt">When a sweep last read it; null: none ever did, and nobody knows how old anything in it is.</param>
/// <param name="Since">Its permissions by content, each with a time at which it surely was not there yet; null where that is not known.</param>
/// <param name="Open">By id.</param>
internal sealed record GroupMemory(
    DateTimeOffset? ReadAt, ImmutableSortedDictionary<string, DateTimeOffset?> Since, ImmutableSortedDictionary<string, OpenFinding> Open)
{
    public static readonly GroupMemory None = new(
        null, ImmutableSortedDictionary.Create<string, DateTimeOffset?>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, OpenFinding>(StringComparer.Ordinal));

    /// <summary>Beyond it the oldest are forgotten.</summary>
    private const int MostOpenings = 100;

    /// <summary>For so long a read may not show yet what an event has told of.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromHours(1);

    /// <summary>How permissions came to stand there, as far as an event told and they were left, by content.</summary>
    public ImmutableSortedDictionary<string, SeenOpening> Openings { get; init; } = ImmutableSortedDictionary.Create<string, SeenOpening>(StringComparer.Ordinal);

    /// <summary>What a read shows and the one before did not is as new as that one. What it does not show any more is forgotten: it would
    /// come back as something new.</summary>
    public GroupMemory After(ImmutableArray<Permission> shown, DateTimeOffset at)
    {
        var hashes = shown.Select(Hash).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            ReadAt = at,
            Since = hashes.ToImmutableSortedDictionary(hash => hash, hash => Since.TryGetValue(hash, out var since) ? since : ReadAt, StringComparer.Ordinal),
            Openings = Openings.RemoveRange(Openings.Where(o => !hashes.Contains(o.Key) && at - o.Value.Opening.At > Unsettled).Select(o => o.Key)),
        };
    }

    /// <summary>Of two openings of the same content the later one counts, in whatever order their events come.</summary>
    public GroupMemory With(IEnumerable<(Permission Permission, SeenOpening Opening)> seen)
    {
        var all = seen.Where(s => !Openings.TryGetValue(Hash(s.Permission), out var before) || before.Opening.At <= s.Opening.Opening.At)
            .Aggregate(Openings, (sum, s) => sum.SetItem(Hash(s.Permission), s.Opening));
        return this with { Openings = all.RemoveRange(all.OrderByDescending(o => o.Value.Opening.At).Skip(MostOpenings).Select(o => o.Key)) };
    }

    /// <summary>Null: no event told of it and left it there, or what stands there now is another one of the same content.</summary>
    public Opening? OpeningOf(Permission standing) => Openings.TryGetValue(Hash(standing), out var seen) && seen.MayBe(standing) ? seen.Opening : null;

    /// <summary>Null: not known.</summary>
    public DateTimeOffset? NotBefore(Permission permission) => Since.GetValueOrDefault(Hash(permission));

    /// <summary>By content.</summary>
    public static string Hash(Permission permission) => StableHash.Of(permission.Content)[..16];
}
