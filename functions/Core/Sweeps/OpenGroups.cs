namespace Remediator.Sweeps;

/// <summary>The groups that have open findings, each with the round that last saw it: one that a whole round did not see is gone.</summary>
internal sealed record OpenGroups(ImmutableSortedDictionary<string, string> SeenIn)
{
    /// <summary>What fits into a note of 300 kB. Of the groups beyond, findings are not archived when they are deleted.</summary>
    private const int Most = 7_000;

    /// <summary>One line a group: its id and the round's.</summary>
    public static OpenGroups Read(string? text) => new((text ?? "").Split('\n').Select(line => line.Split(' ')).Where(l => l is [{ Length: > 0 }, { Length: > 0 }])
        .DistinctBy(l => l[0], StringComparer.Ordinal).ToImmutableSortedDictionary(l => l[0], l => l[1], StringComparer.Ordinal));

    public string Text() => string.Join('\n', SeenIn.Take(Most).Select(s => $"{s.Key} {s.Value}"));

    /// <param name="open">Whether the group has open findings; those that were not swept are not in it.</param>
    public OpenGroups With(IEnumerable<KeyValuePair<string, bool>> open, string round)
    {
        var seen = SeenIn.ToBuilder();
        foreach (var (group, isOpen) in open)
        {
            if (isOpen) seen[group] = round;
            else seen.Remove(group);
        }

        return new(seen.ToImmutable());
    }

    public ImmutableArray<string> NotSeenIn(string round) => [.. SeenIn.Where(s => s.Value != round).Select(s => s.Key)];
}
