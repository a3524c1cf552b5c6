using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>The calls to EC2 while there is time to act: one that does not answer in that time is a failure to be told, so that a
/// hanging service never takes the time to tell with it.</summary>
internal sealed class Acting(World world, Invocation invocation)
{
    public bool IsOver => invocation.StopActing.IsCancellationRequested || world.Clock.GetUtcNow() > invocation.ActUntil;

    public async Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel) =>
        await InTime(token => world.Groups.Revoke(call, token), cancel).ConfigureAwait(false) ?? new RevokeAnswer.Refused(null, Reads.NoAnswer, false, PerhapsTaken: true);

    public async Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel) =>
        await InTime(token => world.Edits.Authorize(call, token), cancel).ConfigureAwait(false) ?? new AuthorizeAnswer.Refused(null, Reads.NoAnswer, false, PerhapsTaken: true);

    public async Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel) =>
        await InTime(token => world.Edits.Modify(group, ruleId, to, token), cancel).ConfigureAwait(false) ?? new ModifyAnswer.Refused(null, Reads.NoAnswer, false, PerhapsTaken: true);

    public async Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ids, CancellationToken cancel) =>
        await InTime(token => world.Edits.RevokeOwn(group, direction, ids, token), cancel).ConfigureAwait(false) ?? new RevokeAnswer.Refused(null, Reads.NoAnswer, false, PerhapsTaken: true);

    /// <summary>What stands in the group, by content; nothing when the group is gone; or a problem, when tries did not help.</summary>
    public async Task<(Dictionary<Permission, Permission> InPlace, string? Problem)> Read(GroupKey key, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await InTime(token => world.Groups.Read(new GroupName(key.GroupId, null), key.Account, key.Region, token), cancel).ConfigureAwait(false);
            if (reading is GroupReading.Failed { Retryable: true } && await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false)) continue;
            return reading switch
            {
                GroupReading.Found found => (found.Group.Permissions.DistinctBy(p => p).ToDictionary(p => p), null),
                GroupReading.Failed failed => ([], failed.Problem),
                null => ([], Reads.NoAnswer),
                _ => ([], null),
            };
        }
    }

    /// <summary>Null when the time to act ended first.</summary>
    public async Task<T?> InTime<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
        where T : class
    {
        using var acting = CancellationTokenSource.CreateLinkedTokenSource(cancel, invocation.StopActing);
        try
        {
            return await ask(acting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
