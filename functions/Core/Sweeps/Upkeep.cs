using Remediator.Findings;
using Remediator.Groups;
using Remediator.Memories;

namespace Remediator.Sweeps;

/// <summary>What the findings of one swept group need, beyond what the pipeline told by itself.</summary>
internal sealed class Upkeep
{
    private readonly GroupMemory _memory;
    private readonly ImmutableArray<Finding> _open;

    /// <summary>What this round did or told of, by id; people may or may not have been told.</summary>
    private readonly ImmutableHashSet<string> _handled;

    /// <summary>What an attack came through and still stands: the policy may allow it, and the attack was one all the same.</summary>
    private readonly ImmutableArray<OpenFinding> _attacked = [];

    private readonly Ending _ending;
    private readonly bool _switchIsOn;

    /// <param name="open">Everything that is open as far as people know, as it would be told now.</param>
    /// <param name="switchIsOn">The kill switch.</param>
    public Upkeep(Ending ending, GroupMemory memory, ImmutableArray<Finding> open, string partition, bool switchIsOn, DateTimeOffset now)
    {
        (_ending, _memory, _open, _switchIsOn) = (ending, memory, open, switchIsOn);
        var key = ending.Group.Key;
        _handled = [.. ending.Handled.Where(h => h.Outcome != Remediations.Outcome.Gone).SelectMany(h => FindingId.All(key, h))];
        if (!ending.IsJudged) return;
        var still = open.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        Due = [.. open.Where(f => !_handled.Contains(f.Id) && memory.Open.TryGetValue(f.Id, out var before) && before.IsDue(f))];
        var standing = ending.Group.Permissions.Select(GroupMemory.Hash).ToHashSet(StringComparer.Ordinal);
        var unsaid = memory.Open.Values.Where(f => !still.Contains(f.Id) && !_handled.Contains(f.Id)).ToLookup(f => f.WhileStands is { } hash && standing.Contains(hash));
        _attacked = [.. unsaid[true]];
        Gone = [.. unsaid[false].Select(f => Passed(f, key, partition, now))];
    }

    /// <summary>To be imported as it is now.</summary>
    public ImmutableArray<Finding> Due { get; } = [];

    /// <summary>To be imported as passed, and resolved.</summary>
    public ImmutableArray<Finding> Gone { get; } = [];

    /// <summary>What is open then. What Security Hub did not take is tried again in the next round.</summary>
    /// <param name="taken">The ids of those that it took.</param>
    public GroupMemory After(IReadOnlySet<string> taken)
    {
        if (!_ending.IsJudged) return _memory;
        var untold = _memory.Open.Values.Where(f => _handled.Contains(f.Id) && !_ending.IsTold);
        var ungone = Gone.Where(f => !taken.Contains(f.Id)).Select(f => _memory.Open[f.Id]);
        var all = _open.Select(f => State(f, taken)).Concat(untold).Concat(ungone).Concat(_attacked).DistinctBy(f => f.Id, StringComparer.Ordinal);
        return _memory with { Open = all.ToImmutableSortedDictionary(f => f.Id, f => f, StringComparer.Ordinal) };
    }

    private OpenFinding State(Finding finding, IReadOnlySet<string> taken)
    {
        var before = _memory.Open.GetValueOrDefault(finding.Id);
        return before is not null && !_handled.Contains(finding.Id) && !taken.Contains(finding.Id) ? before : OpenFinding.Of(finding, before, _switchIsOn);
    }

    private static Finding Passed(OpenFinding f, GroupKey group, string partition, DateTimeOffset now) =>
        GoneFinding.Of(group, partition, f.Id, f.GeneratorId, f.Title, f.Severity, f.Since, f.ToldAt, now);
}
