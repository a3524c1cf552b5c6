using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>What an event has told of and left open is not told again by the next sweep, and who opened it is known when somebody comes
/// through it. A note that cannot be written costs a second notice and a name, and nothing else.</summary>
internal sealed class EventMarks(Policy policy, World world)
{
    private readonly Notes _notes = new(world.Books.Notebook, world.Clock);

    /// <param name="blameActor">False where what stands is not known to be what the event's actor opened.</param>
    public async Task Remember(Result.Judged judged, bool blameActor, Invocation invocation, CancellationToken cancel)
    {
        // What failed comes again as an event, and is a sweep's business until then.
        ImmutableArray<Handled> left = judged.Problems.IsEmpty ? [.. judged.Handled.Where(h => h.Outcome is Outcome.Told or Outcome.Observed or Outcome.Held or Outcome.Missing)] : [];
        ImmutableArray<(Permission, SeenOpening)> openings = blameActor ? [.. Openings(judged)] : [];
        if (left.IsEmpty && openings.IsEmpty) return;
        var report = new Report(judged.Change, judged.Group, invocation.Partition, left, null, world.Clock.GetUtcNow(), null, false, $"{policy.Source}@{policy.Digest}");
        var name = Notes.OfGroup(report.Group);
        // A sweep may write at the same time: whoever comes second reads again.
        for (var tries = 0; tries < 2; tries++)
        {
            var (text, next) = await _notes.Read(name, cancel).ConfigureAwait(false);
            if (text.Problem is not null || await _notes.Write(name, MemoryJson.Write(Marked(MemoryJson.Read(text.Value), report).With(openings)), next, cancel).ConfigureAwait(false) is not WriteAnswer.Conflict) return;
        }
    }

    /// <summary>What was observed, and not to be changed, does not fire afterwards because a sweep finds it.</summary>
    private static GroupMemory Marked(GroupMemory memory, Report report)
    {
        var attacked = report.Handled.SelectMany(h => h.Verdict.Reasons.Where(r => r.Rule.Kind == RuleKind.Threat).Select(r => (Id: FindingId.Of(report.Group, h.Verdict.Permission, r.Rule.Id), h.Verdict.Permission)))
            .DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, a => GroupMemory.Hash(a.Permission), StringComparer.Ordinal);
        return memory with { Open = memory.Open.SetItems(FindingWriter.Opened(report).Select(f => KeyValuePair.Create(f.Id, Marked(memory, f, attacked)))) };
    }

    private static OpenFinding Marked(GroupMemory memory, Finding finding, Dictionary<string, string> attacked) =>
        OpenFinding.Of(finding, memory.Open.GetValueOrDefault(finding.Id), finding.Outcome == Outcome.Observed) with { WhileStands = attacked.GetValueOrDefault(finding.Id) };

    /// <summary>What this call opened itself and is there still, waived or not, and not what else was judged with it.</summary>
    private static IEnumerable<(Permission, SeenOpening)> Openings(Result.Judged judged)
    {
        if (judged.Change.Kind is not (ChangeKind.Opened or ChangeKind.Created)) yield break;
        foreach (var left in judged.Handled.Where(h => h.Outcome is Outcome.Told or Outcome.Observed or Outcome.Held or Outcome.Failed or Outcome.OpenedAgain))
        {
            var standing = left.Verdict.Permission;
            // Which direction a modified rule has is not in its record.
            var opened = judged.Change.Permissions.FirstOrDefault(p => p.Equals(standing) || (!judged.Change.DirectionKnown && p.Equals(standing with { Direction = p.Direction })));
            if (opened is not null) yield return (standing, SeenOpening.Of(judged.Change, opened));
        }
    }
}
