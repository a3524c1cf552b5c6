using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>Closes a lease before its time: only the rule that it opened, and only while that still holds what it opened. What is gone
/// is closed.</summary>
public sealed class LeaseClosing(LeaseWorld world)
{
    private const string RunAgain = "run the same command again; the schedule closes it otherwise";

    public async Task<LeaseResult> Run(Agreement agreement, CancellationToken cancel)
    {
        var id = agreement.Waiver.Id;
        if (agreement is not { EndedAt: null, Lease.State: LeaseState.Opening or LeaseState.Open or LeaseState.Closing })
            return new LeaseResult.Refused(agreement, new($"lease {id} is over", "nothing is left to close"));
        var now = world.Clock.GetUtcNow();
        var until = agreement.Waiver.Until < now ? agreement.Waiver.Until : now;
        var closing = agreement.Next() with { Waiver = agreement.Waiver with { Until = until }, Lease = agreement.Lease with { State = LeaseState.Closing } };
        switch (await world.Agreements.WriteSurely(closing, cancel).ConfigureAwait(false))
        {
            case WriteAnswer.Failed failed:
                return new LeaseResult.Failed(agreement, new($"its end could not be recorded: {failed.Problem}", "nothing was closed; run the same command again"));
            case WriteAnswer.Conflict:
                return new LeaseResult.Failed(agreement, new("its record was changed by somebody else meanwhile", "nothing was closed; `remediator lease list` shows what it is now"));
            default:
                return await Close(closing, cancel).ConfigureAwait(false);
        }
    }

    private async Task<LeaseResult> Close(Agreement closing, CancellationToken cancel)
    {
        var reading = await world.Read(closing.Waiver.Group, cancel).ConfigureAwait(false);
        if (reading is GroupReading.Failed failed) return new LeaseResult.Failed(closing, new($"the group could not be read: {failed.Problem}", RunAgain));
        var rule = reading is GroupReading.Found found ? found.Group.Permissions.FirstOrDefault(p => IsIt(p, closing)) : null;
        if (rule is null) return await Record(closing, wasGone: true, null, cancel).ConfigureAwait(false);
        if (!rule.Equals(closing.Lease!.Permission))
            return await Record(closing, wasGone: true, new($"`{rule.RuleId}` holds {rule.Content} now, which is not what the lease opened", "it was left as it is; take it out by hand if nobody needs it"), cancel).ConfigureAwait(false);
        return await Revoke(closing, rule, cancel).ConfigureAwait(false);
    }

    /// <summary>By the rule's id; where that was never learnt, by the description of what has the lease's own content.</summary>
    private static bool IsIt(Permission rule, Agreement agreement) => agreement.Lease!.RuleId is { } id
        ? rule.RuleId == id
        : rule.Equals(agreement.Lease.Permission) && LeaseSettling.IsOurs(rule, agreement);

    private async Task<LeaseResult> Revoke(Agreement closing, Permission rule, CancellationToken cancel)
    {
        var group = closing.Waiver.Group;
        var until = world.PatientUntil;
        for (var tries = 0; ; tries++)
        {
            var answer = await world.Edits.RevokeOwn(group, rule.Direction, [rule.RuleId!], cancel).ConfigureAwait(false);
            if (answer.RequestId is { } request) await world.Ledger.NoteCall(request, world.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
            if (answer is RevokeAnswer.Taken taken && taken.Revoked.Any(rule.Equals)) return await Record(closing, wasGone: false, null, cancel).ConfigureAwait(false);
            if (answer is RevokeAnswer.Refused { PerhapsTaken: false, Retryable: false } refused) return new LeaseResult.Failed(closing, new($"EC2 refused to close it: {refused.Problem}", "see that the caller may revoke rules of this group"));
            if (await IsGone(group, rule.RuleId!, cancel).ConfigureAwait(false)) return await Record(closing, wasGone: false, null, cancel).ConfigureAwait(false);
            if (!await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false))
                return new LeaseResult.Failed(closing, new($"it still stands: {(answer as RevokeAnswer.Refused)?.Problem ?? "EC2 took the call and shows the rule all the same"}", RunAgain));
        }
    }

    private async Task<bool> IsGone(GroupKey group, string ruleId, CancellationToken cancel)
    {
        var until = world.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var reading = await world.Read(group, cancel).ConfigureAwait(false);
            if (reading is GroupReading.NotFound || (reading is GroupReading.Found found && found.Group.Permissions.All(p => p.RuleId != ruleId))) return true;
            if (!await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return false;
        }
    }

    private async Task<LeaseResult> Record(Agreement closing, bool wasGone, Refusal? other, CancellationToken cancel)
    {
        var closed = closing.Next() with { Lease = closing.Lease! with { State = LeaseState.Closed, Problem = other?.What }, EndedAt = world.Clock.GetUtcNow() };
        if (await world.Agreements.WriteSurely(closed, cancel).ConfigureAwait(false) is not WriteAnswer.Written)
            return new LeaseResult.Failed(closing, new("it is closed, and that could not be recorded", "run the same command again; the schedule records it otherwise"));
        return other is null ? new LeaseResult.Closed(closed, wasGone) : new LeaseResult.Refused(closed, other);
    }
}
