using Remediator.Containment;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>What was being taken when its delivery died, and no later one came: an isolation is brought to its end, so that no interface
/// is left half moved; a block that was not made is given up, since only its finding's event says how it is to be made.</summary>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class MeasureRevival(Policy policy, Mode ceiling, Defence defence, Invocation invocation)
{
    private const string NeverMade = "whoever took it died before it was done, and its event did not come again";

    /// <summary>Null: there is nothing to do before its end.</summary>
    public async Task<MeasureReport?> Run(Measure measure, CancellationToken cancel)
    {
        var means = new Means(defence, invocation);
        return measure switch
        {
            Isolation isolation => await Run(isolation, means, cancel).ConfigureAwait(false),
            AclBlock block => await Run(block, means, cancel).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<MeasureReport> Run(Isolation isolation, Means means, CancellationToken cancel)
    {
        var what = Isolating.What(isolation.InterfaceId);
        var (shown, unread) = await means.Interface(isolation.InterfaceId, isolation.Region, cancel).ConfigureAwait(false);
        if (unread is not null) return Failed(what, isolation, means, $"it could not be read: {unread}");
        var (ours, unknown) = await new OwnGroups(means, isolation.Region).Existing(isolation.VpcId, isTagged: false, cancel).ConfigureAwait(false);
        if (unknown is not null) return Failed(what, isolation, means, unknown);
        if (shown is not null && !IsolationMoves.IsOurs(shown, ours))
        {
            var (why, problem) = await new Standstill(policy, ceiling, means.Books.Switch).Ask(cancel).ConfigureAwait(false);
            if (problem is not null) return Failed(what, isolation, means, problem);
            // What nothing was done of, while nothing might be changed, is over: it does not fire by itself afterwards.
            if ((why ?? isolation.Problem) is { } left) return await GiveUp(isolation, left, means, what, cancel).ConfigureAwait(false);
        }

        return await new IsolationTaking(means, new(means, isolation.Region), what).Run(isolation, cancel).ConfigureAwait(false);
    }

    private static async Task<MeasureReport> GiveUp(Isolation isolation, string why, Means means, string what, CancellationToken cancel)
    {
        var next = (isolation with { State = MeasureState.Refused, Problem = why, EndedAt = means.Now.Kept() }).Next();
        return await means.Measures.WriteSurely(next, cancel).ConfigureAwait(false) is WriteAnswer.Written
            ? new(what, MeasureResult.Declined, next, why, means.Calls)
            : Failed(what, isolation, means, "that it was given up could not be recorded");
    }

    private static async Task<MeasureReport> Run(AclBlock block, Means means, CancellationToken cancel)
    {
        var what = Blocking.What(block.AclId, block.Address);
        var (shown, unread) = await means.Acl(block.AclId, block.Region, cancel).ConfigureAwait(false);
        if (unread is not null) return Failed(what, block, means, $"the ACL could not be read: {unread}");
        var stands = shown is not null && block.Number is { } number && AclNumbers.Holds(shown, number, block.Address);
        var next = (AclBlock)(stands ? block with { State = MeasureState.Standing, Problem = null } : block with { State = MeasureState.Refused, Problem = NeverMade, EndedAt = means.Now.Kept() }).Next();
        if (await means.Measures.WriteSurely(next, cancel).ConfigureAwait(false) is not WriteAnswer.Written) return Failed(what, block, means, "how far it came could not be recorded");
        if (!stands) await new BlockLock(means, next).Release(cancel).ConfigureAwait(false);
        return new(what, stands ? MeasureResult.Taken : MeasureResult.Declined, next, stands ? null : NeverMade, means.Calls);
    }

    private static MeasureReport Failed(string what, Measure measure, Means means, string why) => new(what, MeasureResult.Failed, measure, why, means.Calls) { Problems = [$"{what}: {why}"] };
}
