using Remediator.Ports;
using Remediator.Schedule;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>Closes a lease before its time, as the schedule would at its end.</summary>
public sealed class LeaseClosing(World world, Invocation invocation)
{
    public async Task<LeaseResult> Run(Agreement agreement, CancellationToken cancel)
    {
        var id = agreement.Waiver.Id;
        if (agreement is not { EndedAt: null, Lease: { State: LeaseState.Opening or LeaseState.Open or LeaseState.Closing } lease })
            return new LeaseResult.Refused(agreement, new($"lease {id} is over", "nothing is left to close"));
        var now = world.Clock.GetUtcNow();
        var until = agreement.Waiver.Until < now ? agreement.Waiver.Until : now;
        // Nobody makes it longer from here on, and whatever happens to this run, the schedule finds it due.
        var closing = agreement.Next() with { Waiver = agreement.Waiver with { Until = until }, Lease = lease with { State = LeaseState.Closing } };
        switch (await world.Books.Agreements.WriteSurely(closing, cancel).ConfigureAwait(false))
        {
            case WriteAnswer.Failed failed:
                return new LeaseResult.Failed(agreement, new($"its end could not be recorded: {failed.Problem}", "nothing was closed; run the same command again"));
            case WriteAnswer.Conflict:
                return new LeaseResult.Failed(agreement, new("its record was changed by somebody else meanwhile", "nothing was closed; `remediator lease list` shows what it is now"));
        }

        return await new LeaseCloser(world, invocation).Close(closing.Waiver, closing.Lease!, lease.State == LeaseState.Closing, cancel).ConfigureAwait(false) switch
        {
            LeaseEnding.Failed failed => new LeaseResult.Failed(closing, new($"it may still be open: {failed.Problem}", "run the same command again; the schedule closes it otherwise")),
            LeaseEnding.Changed changed => await Record(closing, wasGone: true, new(changed.What, "it was left as it is, since it is not what the lease opened; take it out by hand if nobody needs it"), cancel).ConfigureAwait(false),
            var ending => await Record(closing, ending is LeaseEnding.Gone, null, cancel).ConfigureAwait(false),
        };
    }

    private async Task<LeaseResult> Record(Agreement closing, bool wasGone, Refusal? other, CancellationToken cancel)
    {
        var closed = closing.Next() with { Lease = closing.Lease! with { State = LeaseState.Closed, Problem = other?.What }, EndedAt = world.Clock.GetUtcNow() };
        if (await world.Books.Agreements.WriteSurely(closed, cancel).ConfigureAwait(false) is not WriteAnswer.Written)
            return new LeaseResult.Failed(closing, new("it is closed, and that could not be recorded", "run the same command again; the schedule records it otherwise"));
        return other is null ? new LeaseResult.Closed(closed, wasGone) : new LeaseResult.Refused(closed, other);
    }
}
