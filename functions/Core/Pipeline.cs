using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Steps.Answering;
using Remediator.Steps.Guarding;
using Remediator.Sweeps;
using Remediator.Waivers;

namespace Remediator;

/// <summary>The way of one event: read → judge → claim and guard → revoke by content → verify → finding → notice → record.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class Pipeline(Policy policy, Mode ceiling, World world)
{
    private readonly FixedFacts _known = new();
    private readonly GuardMemory _memory = new();
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
            results.Add(results.Count > 0 && world.Clock.GetUtcNow() > invocation.ActUntil ? Result.OutOfTime(it.Change) : await Run(it, null, invocation, cancel).ConfigureAwait(false));
        return results.Count == 1 ? results[0] : Result.Of(results.ToImmutable());
    }

    /// <summary>What was held, judged again: by the policy and the agreements of now, and only where what the event opened still stands.</summary>
    public Task<Result> Again(Attempt held, Invocation invocation, CancellationToken cancel) =>
        Run(new(held.Claim.Change) { Sweep = held.Claim.Change.Kind == ChangeKind.Swept ? SweepRules.Of(held) : null, Attack = Attack.Of(held) }, held, invocation, cancel);

    /// <summary>A group that a sweep has read, judged as a whole: nobody is known to have done anything.</summary>
    public Task<Result> Sweep(SecurityGroup group, SweepRules may, Invocation invocation, CancellationToken cancel) =>
        Run(new(may.In(group.Key, world.Clock.GetUtcNow()), group) { Sweep = may }, null, invocation, cancel);

    /// <summary>The doors in one group that an attack came through: nobody is known to have done anything to it.</summary>
    public Task<Result> Answer(Attack attack, Invocation invocation, CancellationToken cancel) =>
        Run(new(attack.Change, attack.Shown) { Attack = attack }, null, invocation, cancel);

    /// <summary>What a waiver covered, once it is over.</summary>
    public Task<Result> After(Waiver ended, Invocation invocation, CancellationToken cancel)
    {
        var may = SweepRules.At(ended);
        return Run(new(may.In(ended.Group, world.Clock.GetUtcNow())) { Sweep = may }, null, invocation, cancel);
    }

    /// <param name="held">What is judged again; null for what comes for the first time.</param>
    private async Task<Result> Run(Case it, Attempt? held, Invocation invocation, CancellationToken cancel)
    {
        // Judge on what the event says; ask EC2 only where it does not say enough.
        var ownership = new Ownership(policy, world, invocation, it.Change);
        var (isOwn, unknown) = await ownership.AskFirst(cancel).ConfigureAwait(false);
        if (unknown is not null) return new Result.Undone(it.Change) { Problems = [unknown] };
        var judgement = await Judge(it, isOwn, invocation, cancel).ConfigureAwait(false);
        if (judgement is Judgement.Over over && (held is null || !over.Result.Problems.IsEmpty)) return over.Result;
        // What was held and is nothing any more is brought to its end all the same: else it stays due for ever.
        var due = judgement as Judgement.Due ?? Judgement.Nothing(held!.Claim.Plan.Group, world.Clock.GetUtcNow());

        // Claim and guard, side by side: no call that changes anything without a recorded intent, nor against what people agreed.
        var claim = Claim(it, due, invocation, null, held, world.Clock.GetUtcNow());
        var guard = await new Guarding(policy, world, _memory, invocation, claim, due.Situation.Group).Run(ownership.MayBeOurs, held?.LetGoBy is not null, cancel).ConfigureAwait(false);
        if (guard.Claim is ClaimAnswer.Finished finished) return new Result.Repeated(it.Change, finished.Entry.FinishedAt) { Known = due.Known };
        if (guard.Claim is ClaimAnswer.Busy) return new Result.Undone(it.Change) { Problems = ["another delivery of this event is still being handled"] };
        if (guard.IsOurs && !isOwn) due = Judgement.AsDue(await Judge(it, true, invocation, cancel).ConfigureAwait(false), due);
        if (it.Attack is not null) guard = await new UndoneBefore(world, it.Attack.Threat).Only(guard, cancel).ConfigureAwait(false);
        if (!guard.Waivers.IsEmpty) due = due.With?.Invoke(guard.Waivers) ?? due;
        var guarded = Claim(it, due, invocation, guard, held, claim.At);
        var suspending = new Suspending(world, guarded, it.Attack?.Threat, it.Attack is null ? null : Stance.Of(policy, it.Attack.Threat).Suspends?.Hours);

        // Act first, explain later.
        var result = await new Handling(world, invocation, guarded, policy, due, guard, suspending).Run(!guarded.Plan.ChangesAs(claim.Plan), cancel).ConfigureAwait(false);
        if (it.Sweep is null && result is Result.Judged judged) await new EventMarks(policy, world).Remember(judged, due.Subject.BlameActor, invocation, cancel).ConfigureAwait(false);
        return due.Known.IsEmpty ? result : result with { Known = due.Known };
    }

    private Task<Judgement> Judge(Case it, bool isOwn, Invocation invocation, CancellationToken cancel) => (isOwn, it.Change.Kind) switch
    {
        (true, ChangeKind.Closed) => Task.FromResult<Judgement>(new Judgement.Over(new Result.Benign(it.Change, 0, 0))),
        (false, ChangeKind.Closed) => new ClosingJudging(_shortfalls, world, invocation, _known, it).Run(cancel),
        (_, ChangeKind.Attacked) => new AttackJudging(policy, ceiling, world, invocation, _known, it).Run(cancel),
        (_, ChangeKind.Swept) => new Sweeping(policy, ceiling, _shortfalls, world, invocation, _known, it).Run(cancel),
        _ => new Judging(isOwn ? _denyOnly : policy, _tags, isOwn ? null : _shortfalls, world, invocation, _known, it).Run(cancel),
    };

    private Claim Claim(Case it, Judgement.Due due, Invocation invocation, Guard? guard, Attempt? held, DateTimeOffset at)
    {
        var restraint = new Restraint(policy, ceiling, invocation, it.Change, due, guard, held);
        var plan = Planner.Make(due.Subject.Group, due.Verdicts, restraint.On).With(restraint.OnPuttingBack());
        return new(it.Change.KeyIn(due.Subject.Group), it.Change, [.. due.Verdicts, .. due.Shortfalls.Select(a => a.Verdict)], plan, at) { Threat = it.Attack?.Threat };
    }
}
