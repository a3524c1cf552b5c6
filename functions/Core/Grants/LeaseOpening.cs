using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>Opens a lease: agreed on record, then authorised, then known by its <c>sgr-</c> id.</summary>
/// <remarks>A run that ends between any two of these is gone on with by the next one for the same content and owner. INVARIANT: nothing
/// is authorised without the agreement on record, and only what carries the lease's own id in its description, or what EC2's answer
/// names, is ever taken for ours.</remarks>
public sealed class LeaseOpening(World world, Invocation invocation)
{
    private const string RunAgain = "run the same command again, which goes on where this one stopped; what is open is closed at its end in any case";

    private readonly LeaseReads _reads = new(world, invocation);
    private readonly LeaseSettling _settling = new(world);

    /// <param name="proposal">Version 1, with a lease that is <see cref="LeaseState.Opening"/>.</param>
    public async Task<LeaseResult> Run(Agreement proposal, CancellationToken cancel)
    {
        var (group, content) = (proposal.Waiver.Group, proposal.Lease!.Permission);
        var known = await world.Books.Agreements.Of(group, cancel).ConfigureAwait(false);
        if (!known.Succeeded) return new LeaseResult.Failed(null, new($"the agreements of the group could not be read: {known.Problem}", "nothing was changed; try again"));
        var earlier = known.Value.FirstOrDefault(a => a is { EndedAt: null, Lease: { State: LeaseState.Opening or LeaseState.Open or LeaseState.Closing } lease } && lease.Permission.Equals(content));
        if (earlier is not null && WhyNotResumed(earlier, proposal.Waiver.Owner) is { } why) return new LeaseResult.Refused(earlier, why);

        var agreement = earlier ?? proposal;
        switch (await _reads.Read(group, cancel).ConfigureAwait(false))
        {
            case GroupReading.Failed failed:
                return new LeaseResult.Failed(earlier, new($"the group could not be read: {failed.Problem}", "nothing was changed; try again"));
            case GroupReading.Found found when found.Group.Permissions.FirstOrDefault(content.Equals) is { } standing:
                return await Standing(agreement, standing, earlier is not null, cancel).ConfigureAwait(false);
            case GroupReading.Found:
                break;
            default:
                return await _settling.NotOpened(agreement, earlier is not null, new("EC2 knows no such group here", "check the id, the account and the region"), cancel).ConfigureAwait(false);
        }

        if (earlier is null && await Write(agreement, cancel).ConfigureAwait(false) is { } unwritten) return unwritten;
        return await Authorize(agreement, earlier is not null, cancel).ConfigureAwait(false);
    }

    private Refusal? WhyNotResumed(Agreement earlier, string owner)
    {
        var id = earlier.Waiver.Id;
        return earlier.Lease!.State switch
        {
            _ when earlier.Waiver.Until <= world.Clock.GetUtcNow() => new($"lease {id} of the same permission is over and not closed yet", $"wait for the schedule, or `remediator lease close {id}`"),
            LeaseState.Open => new($"lease {id} holds it open already", $"`remediator lease extend {id}` gives it more time"),
            LeaseState.Closing => new($"lease {id} of the same permission is just being closed", "try again when it is"),
            _ when earlier.Waiver.Owner != owner => new($"lease {id} of the same permission was begun by somebody else and not finished", $"they run their command again, or `remediator lease close {id}`"),
            _ => null,
        };
    }

    /// <summary>The content is there: ours, when an earlier run of this lease opened it; else nobody's lease.</summary>
    private Task<LeaseResult> Standing(Agreement agreement, Permission standing, bool resumed, CancellationToken cancel) => resumed && LeaseSettling.IsOurs(standing, agreement)
        ? _settling.Opened(agreement, standing, resumed, cancel)
        : _settling.NotOpened(agreement, resumed, new($"{standing.Content} stands there already as `{standing.RuleId}`", "it was opened by somebody else, and closing it would not be ours to do; `remediator waive` agrees to it as it is"), cancel);

    private async Task<LeaseResult?> Write(Agreement agreement, CancellationToken cancel) => await world.Books.Agreements.WriteSurely(agreement, cancel).ConfigureAwait(false) switch
    {
        WriteAnswer.Written => null,
        WriteAnswer.Failed failed => new LeaseResult.Failed(null, new($"the lease could not be recorded: {failed.Problem}", "nothing was opened; run the same command again")),
        _ => new LeaseResult.Failed(null, new("another lease has been given the same id", "nothing was opened; run the same command again")),
    };

    private async Task<LeaseResult> Authorize(Agreement agreement, bool resumed, CancellationToken cancel)
    {
        var (group, permission) = (agreement.Waiver.Group, agreement.Lease!.Permission);
        var call = new Restoration(group, permission.Direction, [permission]);
        var answerLost = false;
        for (var tries = 0; ; tries++)
        {
            var answer = await world.Edits.Authorize(call, cancel).ConfigureAwait(false);
            if (answer is AuthorizeAnswer.Taken taken)
            {
                var rule = taken.Created.FirstOrDefault(permission.Equals) ?? await _reads.LookFor(group, permission.Equals, cancel).ConfigureAwait(false);
                return rule is null ? Unclear(agreement, "EC2 took the call and does not show the rule") : await _settling.Opened(agreement, rule, resumed, cancel).ConfigureAwait(false);
            }

            if (answer is AuthorizeAnswer.Duplicate or AuthorizeAnswer.Refused { PerhapsTaken: true })
            {
                if (await _reads.LookFor(group, p => p.Equals(permission) && LeaseSettling.IsOurs(p, agreement), cancel).ConfigureAwait(false) is { } ours)
                    return await _settling.Opened(agreement, ours, resumed, cancel).ConfigureAwait(false);
                answerLost |= answer is AuthorizeAnswer.Refused;
            }

            if (answer is AuthorizeAnswer.Refused { Retryable: true } && await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false)) continue;
            // What an earlier call of this lease may have opened is never written off, however late a read shows it.
            if (answerLost || (resumed && answer is AuthorizeAnswer.Duplicate)) return Unclear(agreement, $"nobody knows whether it was opened: {Why(answer).What}");
            return await _settling.NotOpened(agreement, true, Why(answer), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Left as it is on record: what may be open is covered by the agreement, and found by the next run or by the schedule.</summary>
    private static LeaseResult Unclear(Agreement agreement, string what) => new LeaseResult.Failed(agreement, new(what, RunAgain));

    private static Refusal Why(AuthorizeAnswer answer) => answer switch
    {
        AuthorizeAnswer.Duplicate => new("somebody else opened it a moment ago", "closing that would not be ours to do; `remediator waive` agrees to it as it is"),
        AuthorizeAnswer.Full => new("the group takes no more rules (`RulesPerSecurityGroupLimitExceeded`)", "take a rule out that nobody needs"),
        AuthorizeAnswer.GroupNotFound => new("EC2 does not find the group, or the one that is the peer", "check the ids"),
        AuthorizeAnswer.Refused refused => new($"EC2 refused it: {refused.Problem}", "see that the caller may authorise rules of this group"),
        _ => new("EC2 did not open it", RunAgain),
    };
}
