using Remediator.Findings;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>What an event has told of and left open is not told again by the next sweep. A note that cannot be written costs a second
/// notice, and nothing else.</summary>
internal sealed class EventMarks(Policy policy, World world)
{
    private readonly Notes _notes = new(world.Books.Notebook, world.Clock);

    public async Task Remember(Result.Judged judged, Invocation invocation, CancellationToken cancel)
    {
        ImmutableArray<Handled> left = [.. judged.Handled.Where(h => h.Outcome is Outcome.Told or Outcome.Observed or Outcome.Held or Outcome.Missing)];
        if (left.IsEmpty) return;
        var report = new Report(judged.Change, judged.Group, invocation.Partition, left, null, world.Clock.GetUtcNow(), null, false, $"{policy.Source}@{policy.Digest}");
        var name = Notes.OfGroup(report.Group);
        // A sweep may write at the same time: whoever comes second reads again.
        for (var tries = 0; tries < 2; tries++)
        {
            var (text, next) = await _notes.Read(name, cancel).ConfigureAwait(false);
            if (text.Problem is not null || await _notes.Write(name, Marked(MemoryJson.Read(text.Value), report), next, cancel).ConfigureAwait(false) is not WriteAnswer.Conflict) return;
        }
    }

    /// <summary>What was observed, and not to be changed, does not fire afterwards because a sweep finds it.</summary>
    private static string Marked(GroupMemory memory, Report report) => MemoryJson.Write(memory with
    {
        Open = memory.Open.SetItems(FindingWriter.Opened(report).Select(f => KeyValuePair.Create(f.Id, OpenFinding.Of(f, memory.Open.GetValueOrDefault(f.Id), f.Outcome == Outcome.Observed)))),
    });
}
