using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Tells Security Hub of one change to one group. What it does not take goes into the outbox.</summary>
internal sealed class FindingTelling(World world, CancellationToken stop)
{
    public async Task<Told> Tell(Report report, CancellationToken cancel)
    {
        var findings = FindingWriter.All(report, world.Clock.GetUtcNow());
        if (findings.IsEmpty) return Told.Done;
        var late = new Posting.Outcome(findings, InTime.NoAnswer, [], Answer.Ok);
        var sent = await InTime.Ask(token => Posting.Send(world.Findings, findings, token), late, stop, cancel).ConfigureAwait(false);
        var imported = sent.NotTaken.IsEmpty ? Told.Done : await Keep(report, sent, cancel).ConfigureAwait(false);
        return sent.NotResolved.IsEmpty ? imported : imported.And(await KeepUnresolved(report, sent, cancel).ConfigureAwait(false));
    }

    private async Task<Told> Keep(Report report, Posting.Outcome sent, CancellationToken cancel)
    {
        var now = world.Clock.GetUtcNow();
        var letter = new Letter.ToImport($"findings/{report.Key}", now, now, 0, sent.NotTaken);
        var kept = await Outbox.Put(world, letter, cancel).ConfigureAwait(false);
        var failed = sent.NotTaken.DistinctBy(f => f.Id, StringComparer.Ordinal).Count();
        return Outbox.Said("a finding was not posted", sent.Imported, kept, failed);
    }

    /// <summary>Fails nothing, whatever becomes of it: the finding says PASSED, and a person can resolve it.</summary>
    private async Task<Told> KeepUnresolved(Report report, Posting.Outcome sent, CancellationToken cancel)
    {
        var now = world.Clock.GetUtcNow();
        var kept = await Outbox.Put(world, new Letter.ToResolve($"workflow/{report.Key}", now, now, 0, sent.NotResolved), cancel).ConfigureAwait(false);
        var said = Outbox.Said("the workflow of a finding was not updated", sent.Resolved, kept, 0);
        return Told.Done with { Remarks = [.. said.Problems, .. said.Remarks] };
    }
}
