using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Memories;

/// <summary>Who opened what stands in a group, as far as an event told of it and it was left there.</summary>
internal sealed class Openings(INotebook notebook)
{
    /// <param name="doors">Permissions of the group as they stand; where their <c>sgr-</c> ids are known, one that was closed and opened
    /// again since is not taken for the one that was seen.</param>
    /// <returns>Those that were seen being opened; none where nothing can be read.</returns>
    public async Task<ImmutableDictionary<Permission, Opening>> Of(GroupKey group, ImmutableArray<Permission> doors, CancellationToken cancel)
    {
        if (doors.IsEmpty) return ImmutableDictionary<Permission, Opening>.Empty;
        var note = await notebook.Read(Notes.OfGroup(group), cancel).ConfigureAwait(false);
        if (note.Problem is not null) return ImmutableDictionary<Permission, Opening>.Empty;
        var memory = MemoryJson.Read(note.Value?.Text);
        return doors.Distinct().Select(d => (Door: d, Opening: memory.OpeningOf(d))).Where(d => d.Opening is not null).ToImmutableDictionary(d => d.Door, d => d.Opening!);
    }
}
