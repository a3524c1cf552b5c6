using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Sweeps;

/// <summary>What sweeps know of one group from before.</summary>
/// <param name="ReadAt">When a sweep last read it; null: none ever did, and nobody knows how old anything in it is.</param>
/// <param name="Since">Its permissions by content, each with a time at which it surely was not there yet; null where that is not known.</param>
/// <param name="Open">By id.</param>
internal sealed record GroupMemory(
    DateTimeOffset? ReadAt, ImmutableSortedDictionary<string, DateTimeOffset?> Since, ImmutableSortedDictionary<string, OpenFinding> Open)
{
    public static readonly GroupMemory None = new(
        null, ImmutableSortedDictionary.Create<string, DateTimeOffset?>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, OpenFinding>(StringComparer.Ordinal));

    /// <summary>What a read shows and the one before did not is as new as that one. What it does not show any more is forgotten: it would
    /// come back as something new.</summary>
    public GroupMemory After(ImmutableArray<Permission> shown, DateTimeOffset at) => this with
    {
        ReadAt = at,
        Since = shown.Select(Hash).Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(hash => hash, hash => Since.TryGetValue(hash, out var since) ? since : ReadAt, StringComparer.Ordinal),
    };

    /// <summary>Null: not known.</summary>
    public DateTimeOffset? NotBefore(Permission permission) => Since.GetValueOrDefault(Hash(permission));

    private static string Hash(Permission permission) => StableHash.Of(permission.Content)[..16];
}
