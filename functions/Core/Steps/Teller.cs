using Remediator.Findings;
using Remediator.Ledger;
using Remediator.Policies;

namespace Remediator.Steps;

/// <summary>Tells Security Hub and people, side by side, what was not told yet. Failing to tell never undoes an action.</summary>
internal sealed class Teller(World world, Invocation invocation, NoticeSettings? settings)
{
    /// <param name="isAgain">An earlier attempt may have told something else.</param>
    public async Task<Telling> Tell(Report report, Progress progress, bool isAgain, CancellationToken cancel)
    {
        var notice = progress.NoticeTold || NoticeWriter.Write(report) is not { } written
            ? Task.FromResult(Told.Done)
            : new NoticeTelling(world, settings, invocation.StopTelling).Tell(written, isAgain, cancel);
        var findings = progress.FindingsTold ? Task.FromResult(Told.Done) : new FindingTelling(world, invocation.StopTelling).Tell(report, cancel);
        await Task.WhenAll(notice, findings).ConfigureAwait(false);
        var (noticed, posted) = (await notice.ConfigureAwait(false), await findings.ConfigureAwait(false));
        return new(
            progress with { NoticeTold = noticed.IsDone, FindingsTold = posted.IsDone },
            [.. noticed.Problems, .. posted.Problems],
            [.. noticed.Remarks, .. posted.Remarks])
        {
            FindingsFailed = posted.Failed,
            NoticesFailed = noticed.Failed,
        };
    }
}
