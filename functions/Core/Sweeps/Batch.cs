using Remediator.Groups;
using Remediator.Memories;
using Remediator.Ports;

namespace Remediator.Sweeps;

/// <summary>Some groups of a page: what is remembered of them is read together and written together. What a dead process loses is one
/// batch, and the ledger knows what was done in it.</summary>
internal sealed class Batch(GroupSweep sweep, Keeping keeping, Limits limits, Notes notes, TimeProvider clock)
{
    /// <summary>Notes are read and written side by side; the table takes that many at a time easily.</summary>
    public const int Most = 25;

    /// <param name="groups">At most <see cref="Most"/>.</param>
    /// <param name="mayBeUnfinished">A run that died may have begun them.</param>
    /// <param name="until">No other group is begun then.</param>
    public async Task<Swept> Run(ImmutableArray<SecurityGroup> groups, bool mayBeUnfinished, DateTimeOffset until, CancellationToken cancel)
    {
        var readAt = clock.GetUtcNow();
        var read = await Task.WhenAll(groups.Select(g => notes.Read(Notes.OfGroup(g.Key), cancel))).ConfigureAwait(false);
        if (read.Select(r => r.Text.Problem).OfType<string>().FirstOrDefault() is { } problem) return new([], [], [$"what is remembered of groups could not be read: {problem}"]);
        var swept = ImmutableArray.CreateBuilder<(Ending, GroupMemory)>();
        var versions = new List<int>();
        foreach (var (group, (text, next)) in groups.Zip(read))
        {
            if (clock.GetUtcNow() >= until) break;
            var memory = MemoryJson.Read(text.Value).After(group.Permissions, readAt);
            swept.Add((await sweep.Run(group, limits.For(group.Key, memory, mayBeUnfinished, readAt), cancel).ConfigureAwait(false), memory));
            versions.Add(next);
        }

        var (memories, problems) = await keeping.Keep(swept.ToImmutable(), cancel).ConfigureAwait(false);
        return new([.. swept.Select(s => s.Item1)], [.. memories.Zip(versions)], problems);
    }

    /// <summary>After the list of groups with open findings, so that none of these is ever missing there.</summary>
    public async Task<ImmutableArray<string>> Remember(Swept swept, CancellationToken cancel)
    {
        var written = await Task.WhenAll(swept.Endings.Zip(swept.Memories).Select(s => Remember(s.First.Group.Key, s.Second.Memory, s.Second.Version, cancel))).ConfigureAwait(false);
        return [.. written.OfType<string>()];
    }

    /// <summary>An event that told of something wrote in between: both count.</summary>
    private async Task<string?> Remember(GroupKey group, GroupMemory memory, int version, CancellationToken cancel)
    {
        var name = Notes.OfGroup(group);
        var answer = await notes.Write(name, MemoryJson.Write(memory), version, cancel).ConfigureAwait(false);
        if (answer is not WriteAnswer.Conflict) return Notes.Problem(name, answer);
        var (text, next) = await notes.Read(name, cancel).ConfigureAwait(false);
        if (text.Problem is { } problem) return problem;
        var theirs = MemoryJson.Read(text.Value);
        var both = memory with { Open = theirs.Open.SetItems(memory.Open), Openings = theirs.Openings };
        return Notes.Problem(name, await notes.Write(name, MemoryJson.Write(both), next, cancel).ConfigureAwait(false));
    }
}
