using Remediator.Changes;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator;

/// <summary>The way of one event: read → judge → claim → revoke by content → verify → finding → notice → record.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class Pipeline(Policy policy, Mode ceiling, World world)
{
    private readonly FixedFacts _known = new();
    private readonly Shortfalls _shortfalls = new(policy);
    private readonly TagInterest _tags = new(policy);

    /// <summary>For our own calls: they never escape a deny rule, and nothing else is asked of them.</summary>
    private readonly Policy _denyOnly = policy with { Baselines = [], Changes = [] };

    public async Task<Result> Run(ReadOnlyMemory<byte> utf8Event, Invocation invocation, CancellationToken cancel)
    {
        // Read.
        var reading = ChangeReader.Read(utf8Event);
        if (reading is Ignored ignored) return new Result.NotJudged(ignored.Why);
        if (reading is Unreadable unreadable) return new Result.Undone(null) { Problems = unreadable.Problems };
        var finder = new CaseFinder(_tags, world, invocation);
        if (finder.WhyNotOurs(reading) is { } foreign) return new Result.Undone(reading as Change) { Problems = [foreign] };
        var (cases, problem) = await finder.Find(reading, cancel).ConfigureAwait(false);
        if (problem is not null) return new Result.Undone(null) { Problems = [problem] };

        // Each group by itself.
        var results = ImmutableArray.CreateBuilder<Result>();
        foreach (var it in cases)
            results.Add(results.Count > 0 && world.Clock.GetUtcNow() > invocation.ActUntil ? Result.OutOfTime(it.Change) : await Run(it, invocation, cancel).ConfigureAwait(false));
        return results.Count == 1 ? results[0] : Result.Of(results.ToImmutable());
    }

    private async Task<Result> Run(Case it, Invocation invocation, CancellationToken cancel)
    {
        // Judge on what the event says; ask EC2 only where it does not say enough.
        var isOwn = await IsOwn(it.Change, cancel).ConfigureAwait(false);
        var judgement = (isOwn, it.Change.Kind) switch
        {
            (true, ChangeKind.Closed) => new Judgement.Over(new Result.Benign(it.Change, 0, 0)),
            (false, ChangeKind.Closed) => await new ClosingJudging(_shortfalls, world, invocation, _known, it).Run(cancel).ConfigureAwait(false),
            _ => await new Judging(isOwn ? _denyOnly : policy, _tags, isOwn ? null : _shortfalls, world, invocation, _known, it).Run(cancel).ConfigureAwait(false),
        };
        if (judgement is Judgement.Over over) return over.Result;
        var due = (Judgement.Due)judgement;

        // Claim: no call that changes anything without a recorded intent.
        var restraint = new Restraint(policy, ceiling, invocation, it.Change, due);
        var plan = Planner.Make(due.Subject.Group, due.Verdicts, restraint.WhyNotAct).With(restraint.OnPuttingBack());
        var claim = new Claim(it.Change.KeyIn(due.Subject.Group), it.Change, [.. due.Verdicts, .. due.Shortfalls.Select(a => a.Verdict)], plan, world.Clock.GetUtcNow());
        var answer = await new Claimer(world, invocation).Claim(claim, cancel).ConfigureAwait(false);
        if (answer is ClaimAnswer.Finished finished) return new Result.Repeated(it.Change, finished.Entry.FinishedAt);
        if (answer is not ClaimAnswer.Granted granted) return new Result.Undone(it.Change) { Problems = [(answer as ClaimAnswer.Unavailable)?.Problem ?? "another delivery of this event is still being handled"] };

        // Act first, explain later.
        return await new Handling(world, invocation, claim, policy, due).Run(granted.Earlier, cancel).ConfigureAwait(false);
    }

    private async Task<bool> IsOwn(Change change, CancellationToken cancel) => !(policy.Baselines.IsEmpty && policy.Changes.IsEmpty)
        && (await world.Ledger.IsOurs(change.RequestId, new(change.Account, change.Region, change.Group.Id ?? ""), change.Permissions, world.Clock.GetUtcNow(), cancel).ConfigureAwait(false)).Value;
}
