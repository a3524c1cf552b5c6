using Remediator.Findings;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Tells Security Hub and the topic, side by side, what was not told yet. Failing to tell never undoes an action.</summary>
internal sealed class Teller(World world)
{
    public async Task<(Progress Progress, ImmutableArray<string> Problems)> Tell(Report report, Progress progress, CancellationToken cancel)
    {
        var notice = progress.NoticeTold ? Task.FromResult(Answer.Ok) : Notify(report, cancel);
        var findings = progress.FindingsTold ? Task.FromResult(Answer.Ok) : Post(report, cancel);
        await Task.WhenAll(notice, findings).ConfigureAwait(false);
        var (noticed, posted) = (await notice.ConfigureAwait(false), await findings.ConfigureAwait(false));
        string?[] problems =
        [
            noticed.Problem is { } n ? $"the notice was not sent: {n}" : null,
            posted.Problem is { } p ? $"a finding was not posted: {p}" : null,
        ];
        return (progress with { NoticeTold = noticed.Succeeded, FindingsTold = posted.Succeeded }, [.. problems.OfType<string>()]);
    }

    private Task<Answer> Notify(Report report, CancellationToken cancel) =>
        NoticeWriter.Write(report) is { } notice ? world.Notices.Publish(notice, cancel) : Task.FromResult(Answer.Ok);

    /// <summary>FAILED first; PASSED only for what Security Hub accepted as FAILED, and resolved only for what it accepted as PASSED.</summary>
    private async Task<Answer> Post(Report report, CancellationToken cancel)
    {
        var opened = FindingWriter.Opened(report);
        var (accepted, problem) = await Import(opened, cancel).ConfigureAwait(false);
        var revoked = FindingWriter.Opened(report with { Handled = [.. report.Handled.Where(h => h.Outcome == Outcome.Revoked)] });
        var ids = revoked.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Finding> closed = [.. accepted.Where(f => ids.Contains(f.Id)).Select(f => FindingWriter.Closed(f, world.Clock.GetUtcNow()))];
        if (closed.IsEmpty) return problem;
        var (passed, notPassed) = await Import(closed, cancel).ConfigureAwait(false);
        var resolved = passed.IsEmpty ? Answer.Ok : await world.Findings.Resolve(passed, cancel).ConfigureAwait(false);
        return First(problem, notPassed, resolved);
    }

    private async Task<(ImmutableArray<Finding> Accepted, Answer Problem)> Import(ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        var answers = await world.Findings.Import(findings, cancel).ConfigureAwait(false);
        return ([.. findings.Where((_, i) => answers[i].Succeeded)], First([.. answers]));
    }

    private static Answer First(params ReadOnlySpan<Answer> answers)
    {
        foreach (var answer in answers)
        {
            if (!answer.Succeeded) return answer;
        }

        return Answer.Ok;
    }
}
