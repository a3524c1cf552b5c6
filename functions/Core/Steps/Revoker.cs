using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Carries out one revocation by content, and finds out what really became of each permission.</summary>
/// <remarks>One unknown permission refuses a whole call: then the group is read and what is still there is sent, at most twice, then
/// one by one. Nothing counts as revoked that EC2 did not list as revoked or a read does not show gone.</remarks>
/// <param name="settledAt">From then on a read shows what the event wrote; what an earlier one does not show may still come.</param>
internal sealed class Revoker(World world, Invocation invocation, bool takenOver, DateTimeOffset settledAt)
{
    /// <summary>Why a permission counts as revoked that was already gone.</summary>
    public const string ByAnEarlierAttempt = "it is gone since an earlier attempt to revoke it that did not end well";

    private const int MostRounds = 2;

    private readonly Acting _acting = new(world, invocation);
    private readonly Dictionary<Permission, Closing> _closings = [];
    private readonly List<CallMade> _calls = [];
    private bool _waitedForGroup;
    private bool _answerLost;

    public IReadOnlyList<CallMade> Calls => _calls;

    public async Task<IReadOnlyDictionary<Permission, Closing>> Run(Revocation call, CancellationToken cancel)
    {
        await Send(call, 0, cancel).ConfigureAwait(false);
        return _closings;
    }

    private async Task Send(Revocation call, int round, CancellationToken cancel)
    {
        if (_calls.Count > 0 && _acting.IsOver)
        {
            Close(call.Permissions, new(Outcome.Failed, "there was no time left to act"));
            return;
        }

        var answer = await Call(call, cancel).ConfigureAwait(false);
        switch (answer)
        {
            case RevokeAnswer.Taken taken:
                await Sort(call, taken, round, cancel).ConfigureAwait(false);
                break;
            // The group that was not found may be a peer: only a read tells.
            case RevokeAnswer.PermissionNotFound or RevokeAnswer.GroupNotFound:
                await SendWhatIsThere(call, round, cancel).ConfigureAwait(false);
                break;
            case RevokeAnswer.Refused { AboutContent: true } when call.Permissions.Length > 1:
                await SendWhatIsThere(call, MostRounds, cancel).ConfigureAwait(false);
                break;
            case RevokeAnswer.Refused refused:
                Close(call.Permissions, new(Outcome.Failed, refused.Problem));
                break;
        }
    }

    /// <summary>Throttling and a group that not every server knows yet are tried again while there is time to act.</summary>
    private async Task<RevokeAnswer> Call(Revocation call, CancellationToken cancel)
    {
        var settled = world.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var answer = await _acting.Revoke(call, cancel).ConfigureAwait(false);
            _answerLost |= answer is RevokeAnswer.Refused { PerhapsTaken: true };
            _calls.Add(new($"RevokeSecurityGroup{call.Direction}", answer.RequestId, answer.Said(), world.Clock.GetUtcNow()));
            var until = answer switch
            {
                RevokeAnswer.Refused { Retryable: true } => invocation.ActUntil,
                RevokeAnswer.GroupNotFound when !_waitedForGroup => settled < invocation.ActUntil ? settled : invocation.ActUntil,
                _ => DateTimeOffset.MinValue,
            };
            if (await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) continue;
            _waitedForGroup |= answer is RevokeAnswer.GroupNotFound;
            return answer;
        }
    }

    /// <summary>What EC2 lists as revoked is; what it lists as unknown is looked for; the rest is verified.</summary>
    private async Task Sort(Revocation call, RevokeAnswer.Taken taken, int round, CancellationToken cancel)
    {
        var revoked = taken.Revoked.ToHashSet();
        var revokedIds = taken.Revoked.Select(r => r.RuleId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var proven = call.Permissions.Where(p => taken.Returned && (revoked.Contains(p) || (p.RuleId is { } id && revokedIds.Contains(id)))).ToHashSet();
        Close(proven, new(Outcome.Revoked, null));
        var listed = taken.Unknown.ToHashSet();
        ImmutableArray<Permission> unknown = [.. call.Permissions.Where(p => !proven.Contains(p) && listed.Contains(p))];
        ImmutableArray<Permission> open = [.. call.Permissions.Where(p => !proven.Contains(p) && !listed.Contains(p))];
        if (open.Length > 0) await new Verifier(world.Clock, _acting, Close).Run(call with { Permissions = open }, cancel).ConfigureAwait(false);
        if (unknown.Length > 0) await SendWhatIsThere(call with { Permissions = unknown }, round, cancel).ConfigureAwait(false);
    }

    /// <summary>What a read shows is sent at once; what it does not show is gone only when it was not too early to show it.</summary>
    private async Task SendWhatIsThere(Revocation call, int round, CancellationToken cancel)
    {
        var missing = await SendShown(call, round, cancel).ConfigureAwait(false);
        var early = settledAt - world.Clock.GetUtcNow();
        if (!missing.IsEmpty && !takenOver && !_answerLost && early > TimeSpan.Zero && !_acting.IsOver)
        {
            await Task.Delay(early < Timing.Settled ? early : Timing.Settled, world.Clock, cancel).ConfigureAwait(false);
            missing = await SendShown(call with { Permissions = missing }, round, cancel).ConfigureAwait(false);
        }

        Close(missing, Absent());
    }

    /// <summary>Reads the group and sends what it shows, in its form. The answer is what it does not show.</summary>
    private async Task<ImmutableArray<Permission>> SendShown(Revocation call, int round, CancellationToken cancel)
    {
        var (inPlace, problem) = await _acting.Read(call.Group, cancel).ConfigureAwait(false);
        if (problem is not null)
        {
            Close(call.Permissions, new(Outcome.Failed, $"EC2 refused the call, and the group could not be read: {problem}"));
            return [];
        }

        var there = call with { Permissions = [.. call.Permissions.Where(inPlace.ContainsKey).Select(p => inPlace[p])] };
        await SendAgain(there, call.Permissions.Length, round, cancel).ConfigureAwait(false);
        return [.. call.Permissions.Where(p => !inPlace.ContainsKey(p))];
    }

    private async Task SendAgain(Revocation there, int sentBefore, int round, CancellationToken cancel)
    {
        if (there.Permissions.IsEmpty) return;
        if (sentBefore == 1 && round > 0)
        {
            Close(there.Permissions, new(Outcome.Failed, "EC2 shows it, and says that it does not exist"));
        }
        else if (round < MostRounds)
        {
            await Send(there, round + 1, cancel).ConfigureAwait(false);
        }
        else
        {
            foreach (var one in there.Permissions) await Send(there with { Permissions = [one] }, 0, cancel).ConfigureAwait(false);
        }
    }

    private void Close(IEnumerable<Permission> permissions, Closing closing)
    {
        foreach (var permission in permissions) _closings[permission] = closing;
    }

    /// <summary>Not there: under a first claim somebody was faster; under a claim that was taken over, or after a call of ours whose
    /// answer never came, it was most likely us, and people are told.</summary>
    private Closing Absent()
    {
        if (takenOver) return new(Outcome.Revoked, ByAnEarlierAttempt);
        return _answerLost ? new(Outcome.Revoked, "revoked by an earlier call whose answer was lost") : new(Outcome.Gone, "it was already gone");
    }
}
