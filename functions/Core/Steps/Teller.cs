using Remediator.Findings;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Tells Security Hub and the topic, side by side, what was not told yet. Failing to tell never undoes an action.</summary>
internal sealed class Teller(World world)
{
    private static readonly Answer OutOfTime = new("there was no answer in time", true);

    public async Task<Telling> Tell(Report report, Progress progress, CancellationToken cancel)
    {
        var notice = progress.NoticeTold ? Task.FromResult(Answer.Ok) : InTime(() => Notify(report, cancel), OutOfTime);
        var findings = progress.FindingsTold ? Task.FromResult((Answer.Ok, Answer.Ok)) : InTime(() => Post(report, cancel), (OutOfTime, Answer.Ok));
        await Task.WhenAll(notice, findings).ConfigureAwait(false);
        var noticed = await notice.ConfigureAwait(false);
        var (posted, resolved) = await findings.ConfigureAwait(false);
        return new(
            progress with { NoticeTold = noticed.Succeeded, FindingsTold = posted.Succeeded },
            [.. Said("the notice was not sent", noticed), .. Said("a finding was not posted", posted)],
            [.. Said("the workflow of a finding was not updated", resolved)]);
    }

    /// <summary>Time that ran out is an answer like any other, so that what was told on the other side is recorded all the same.</summary>
    private static async Task<T> InTime<T>(Func<Task<T>> tell, T late)
    {
        try
        {
            return await tell().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return late;
        }
    }

    private static IEnumerable<string> Said(string what, Answer answer) => answer.Problem is { } problem ? [$"{what}: {problem}"] : [];

    private Task<Answer> Notify(Report report, CancellationToken cancel) =>
        NoticeWriter.Write(report) is { } notice ? world.Notices.Publish(notice, cancel) : Task.FromResult(Answer.Ok);

    /// <summary>FAILED first; PASSED only for what Security Hub accepted as FAILED, and resolved only for what it accepted as PASSED.
    /// A workflow that could not be updated fails nothing: the finding says PASSED, and a person can resolve it.</summary>
    private async Task<(Answer Posted, Answer Resolved)> Post(Report report, CancellationToken cancel)
    {
        var (accepted, problem) = await Import(FindingWriter.Opened(report), cancel).ConfigureAwait(false);
        ImmutableArray<Finding> closed = [.. accepted.Where(f => f.Outcome is Outcome.Revoked or Outcome.Trimmed or Outcome.Restored).Select(f => FindingWriter.Closed(f, report.ClosedAt ?? world.Clock.GetUtcNow()))];
        if (closed.IsEmpty) return (problem, Answer.Ok);
        var (passed, notPassed) = await Import(closed, cancel).ConfigureAwait(false);
        var resolved = passed.IsEmpty ? Answer.Ok : await world.Findings.Resolve(passed, cancel).ConfigureAwait(false);
        return (First(problem, notPassed), resolved);
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
