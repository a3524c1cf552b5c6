using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator;

/// <summary>The way of one event: read → judge → claim → revoke by content → verify → finding → notice → record.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class Pipeline(Policy policy, Mode ceiling, World world)
{
    public async Task<Result> Run(ReadOnlyMemory<byte> utf8Event, Invocation invocation, CancellationToken cancel)
    {
        // Read.
        var reading = ChangeReader.Read(utf8Event);
        if (reading is Ignored ignored) return new Result.NotJudged(ignored.Why);
        if (reading is Unreadable unreadable) return new Result.Undone(null) { Problems = unreadable.Problems };
        var change = (Change)reading;
        if (change.Account != invocation.Account) return Foreign(change, invocation);

        // Judge on what the event says; ask EC2 only where it does not say enough.
        var verdicts = Judged(EitherWay(change));
        if (verdicts.IsEmpty && change.WholeGroupBecause is null) return new Result.Benign(change, change.Permissions.Length, 0);
        var finder = new SubjectFinder(world, invocation);
        var subject = SubjectFinder.AsTold(change);
        if (subject is null || finder.IsLate(change))
        {
            if (await FinishedAt(change, cancel).ConfigureAwait(false) is { } finishedAt) return new Result.Repeated(change, finishedAt);
            (subject, var problem) = await finder.Find(change, cancel).ConfigureAwait(false);
            if (subject is null) return new Result.Undone(change) { Problems = [problem!] };
            verdicts = Judged(subject.Permissions);
            // What an earlier attempt revoked is gone, and may not have been told yet.
            var earlier = await world.Ledger.Earlier(Claim.KeyOf(change, subject.Group), cancel).ConfigureAwait(false);
            if (verdicts.IsEmpty && earlier is null) return new Result.Benign(change, subject.Permissions.Length, subject.Gone);
        }

        // Claim: no call that changes anything without a recorded intent.
        var plan = Planner.Make(subject.Group, verdicts, permission => WhyNotAct(subject, permission));
        var claim = new Claim(Claim.KeyOf(change, subject.Group), change, verdicts, plan, world.Clock.GetUtcNow());
        var answer = await new Claimer(world, invocation).Claim(claim, cancel).ConfigureAwait(false);
        if (answer is ClaimAnswer.Finished finished) return new Result.Repeated(change, finished.Entry.FinishedAt);
        if (answer is not ClaimAnswer.Granted granted) return new Result.Undone(change) { Problems = ["another delivery of this event is still being handled"] };

        // Act first, explain later.
        return await new Handling(world, invocation, claim, policy).Run(subject.BlameActor, granted.Earlier, cancel).ConfigureAwait(false);
    }

    /// <summary>A change whose direction is not known is judged both ways.</summary>
    private static ImmutableArray<Permission> EitherWay(Change change) => change.DirectionKnown
        ? change.Permissions
        : [.. change.Permissions, .. change.Permissions.Select(p => p with { Direction = Direction.Egress })];

    private static Result.Undone Foreign(Change change, Invocation invocation) => new(change)
    {
        Problems = [$"the event is of account `{change.Account}`, and this function acts on its own account `{invocation.Account}` only: take its events off this rule"],
    };

    private ImmutableArray<Verdict> Judged(ImmutableArray<Permission> permissions)
    {
        ImmutableArray<Verdict>.Builder? verdicts = null;
        foreach (var permission in permissions)
        {
            var verdict = Judge.Decide(policy, permission);
            if (verdict.Decision != Decision.Compliant) (verdicts ??= ImmutableArray.CreateBuilder<Verdict>()).Add(verdict);
        }

        return verdicts?.ToImmutable() ?? [];
    }

    private string? WhyNotAct(Subject subject, Permission permission)
    {
        if (ceiling == Mode.Observe) return "the mode is observe";
        return subject.NotItsOwn.Contains(permission) ? "the event is late, and what stands there now is not what it opened" : null;
    }

    /// <summary>Asked before anything is read, so that a second delivery makes no call.</summary>
    private async Task<DateTimeOffset?> FinishedAt(Change change, CancellationToken cancel) => change.Group.Id is { } id
        ? (await world.Ledger.Earlier(Claim.KeyOf(change, new(change.Account, change.Region, id)), cancel).ConfigureAwait(false))?.FinishedAt
        : null;
}
