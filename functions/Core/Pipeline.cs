using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator;

/// <summary>The way of one event: read → judge → claim → revoke by content → verify → finding → notice → record.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class Pipeline(Policy policy, Mode ceiling, World world)
{
    private readonly FixedFacts _known = new();

    public async Task<Result> Run(ReadOnlyMemory<byte> utf8Event, Invocation invocation, CancellationToken cancel)
    {
        // Read.
        var reading = ChangeReader.Read(utf8Event);
        if (reading is Ignored ignored) return new Result.NotJudged(ignored.Why);
        if (reading is Unreadable unreadable) return new Result.Undone(null) { Problems = unreadable.Problems };
        var finder = new CaseFinder(world, invocation);
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
        var judgement = await new Judging(policy, world, invocation, _known, it).Run(cancel).ConfigureAwait(false);
        if (judgement is Judgement.Over over) return over.Result;
        var due = (Judgement.Due)judgement;

        // Claim: no call that changes anything without a recorded intent.
        var plan = Planner.Make(due.Subject.Group, due.Verdicts, permission => WhyNotAct(due, permission));
        var claim = new Claim(Claim.KeyOf(it.Change, due.Subject.Group), it.Change, due.Verdicts, plan, world.Clock.GetUtcNow());
        var answer = await new Claimer(world, invocation).Claim(claim, cancel).ConfigureAwait(false);
        if (answer is ClaimAnswer.Finished finished) return new Result.Repeated(it.Change, finished.Entry.FinishedAt);
        if (answer is not ClaimAnswer.Granted granted) return new Result.Undone(it.Change) { Problems = ["another delivery of this event is still being handled"] };

        // Act first, explain later.
        return await new Handling(world, invocation, claim, policy, due).Run(granted.Earlier, cancel).ConfigureAwait(false);
    }

    private string? WhyNotAct(Judgement.Due due, Permission permission)
    {
        if (ceiling == Mode.Observe) return "the mode is observe";
        if (policy.Guardrails?.Protected?.Choose(due.Situation.Group) is { } chosen && chosen != Selection.No)
            return chosen == Selection.Yes ? "the group is protected" : "whether the group is protected could not be read";
        return due.Subject.MayActOn(permission) ? null : "what stands there now is not known to be what this event opened";
    }
}
