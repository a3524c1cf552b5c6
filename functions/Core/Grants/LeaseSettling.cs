using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>Writes down how the opening of a lease ended.</summary>
internal sealed class LeaseSettling(World world)
{
    public static bool IsOurs(Permission rule, Agreement agreement) => LeaseDescription.IsOf(rule.Description, agreement.Waiver.Id);

    public async Task<LeaseResult> Opened(Agreement agreement, Permission rule, bool resumed, CancellationToken cancel)
    {
        var open = agreement.Next() with { Lease = agreement.Lease! with { State = LeaseState.Open, RuleId = rule.RuleId, Problem = null } };
        return await world.Books.Agreements.WriteSurely(open, cancel).ConfigureAwait(false) switch
        {
            WriteAnswer.Written => new LeaseResult.Opened(open, rule, resumed),
            WriteAnswer.Failed failed => new LeaseResult.Failed(agreement, new($"it is open as `{rule.RuleId}`, and that could not be recorded: {failed.Problem}", "run the same command again, which records it; it is closed at its end in any case")),
            _ => new LeaseResult.Failed(agreement, new($"it is open as `{rule.RuleId}`, and its record was changed by somebody else meanwhile", "`remediator lease list` shows what it is now")),
        };
    }

    /// <summary>Nothing of it is open: nothing is agreed to any more either, so that nobody else opens it under this agreement.</summary>
    /// <param name="isRecorded">The agreement is on record already.</param>
    public async Task<LeaseResult> NotOpened(Agreement agreement, bool isRecorded, Refusal why, CancellationToken cancel)
    {
        if (!isRecorded) return new LeaseResult.Refused(null, why);
        var now = world.Clock.GetUtcNow();
        var refused = agreement.Next() with
        {
            Waiver = agreement.Waiver with { Until = agreement.Waiver.Until < now ? agreement.Waiver.Until : now },
            Lease = agreement.Lease! with { State = LeaseState.Refused, Problem = why.What },
            EndedAt = now,
        };
        return await world.Books.Agreements.WriteSurely(refused, cancel).ConfigureAwait(false) is WriteAnswer.Written
            ? new LeaseResult.Refused(refused, why)
            : new LeaseResult.Failed(agreement, why with { What = $"{why.What}; and that could not be recorded, so that the agreement stands until its end" });
    }
}
