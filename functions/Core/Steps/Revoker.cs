using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Carries out one revocation by content, and finds out what really became of each permission.</summary>
/// <remarks>One unknown permission refuses a whole call: then the group is read and what is still there is sent, at most twice, then
/// one by one. Nothing counts as revoked that EC2 did not list as revoked or a read does not show gone.</remarks>
internal sealed class Revoker(World world, Invocation invocation, bool takenOver)
{
    private const int MostRounds = 2;

    private readonly Dictionary<Permission, Closing> _closings = [];
    private readonly List<CallMade> _calls = [];
    private bool _answerLost;

    public IReadOnlyList<CallMade> Calls => _calls;

    public async Task<IReadOnlyDictionary<Permission, Closing>> Run(Revocation call, CancellationToken cancel)
    {
        await Send(call, 0, cancel).ConfigureAwait(false);
        return _closings;
    }

    private async Task Send(Revocation call, int round, CancellationToken cancel)
    {
        var answer = await Call(call, cancel).ConfigureAwait(false);
        switch (answer)
        {
            case RevokeAnswer.Taken taken:
                await Sort(call, taken, round, cancel).ConfigureAwait(false);
                break;
            case RevokeAnswer.PermissionNotFound:
                await SendWhatIsThere(call, round, cancel).ConfigureAwait(false);
                break;
            case RevokeAnswer.GroupNotFound:
                Close(call.Permissions, Absent("the group is gone"));
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
            var answer = await world.Groups.Revoke(call, cancel).ConfigureAwait(false);
            _answerLost |= answer is RevokeAnswer.Refused { PerhapsTaken: true };
            _calls.Add(new($"RevokeSecurityGroup{call.Direction}", answer.RequestId, Describe(answer), world.Clock.GetUtcNow()));
            var until = answer switch
            {
                RevokeAnswer.Refused { Retryable: true } => invocation.ActUntil,
                RevokeAnswer.GroupNotFound => settled < invocation.ActUntil ? settled : invocation.ActUntil,
                _ => DateTimeOffset.MinValue,
            };
            if (!await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return answer;
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
        if (open.Length > 0) await Verify(call with { Permissions = open }, cancel).ConfigureAwait(false);
        if (unknown.Length > 0) await SendWhatIsThere(call with { Permissions = unknown }, round, cancel).ConfigureAwait(false);
    }

    private async Task SendWhatIsThere(Revocation call, int round, CancellationToken cancel)
    {
        var (inPlace, problem) = await Read(call.Group, cancel).ConfigureAwait(false);
        if (problem is not null)
        {
            Close(call.Permissions, new(Outcome.Failed, $"EC2 did not find it, and the group could not be read: {problem}"));
            return;
        }

        Close(call.Permissions.Where(p => !inPlace.ContainsKey(p)), Absent("it was already gone"));
        var there = call with { Permissions = [.. call.Permissions.Where(inPlace.ContainsKey).Select(p => inPlace[p])] };
        await SendAgain(there, call.Permissions.Length, round, cancel).ConfigureAwait(false);
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

    /// <summary>EC2 took the call and did not list what it removed: read until it is gone, for as long as reads may lag.</summary>
    private async Task Verify(Revocation call, CancellationToken cancel)
    {
        var until = world.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var (inPlace, problem) = await Read(call.Group, cancel).ConfigureAwait(false);
            if (problem is null) call = call with { Permissions = StillOpen(call.Permissions, inPlace) };
            if (call.Permissions.IsEmpty) return;
            if (await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) continue;
            Close(call.Permissions, new(Outcome.Failed, problem is null
                ? "EC2 took the call, and still shows the permission after five seconds"
                : $"EC2 took the call, but the group could not be read to verify it: {problem}"));
            return;
        }
    }

    private ImmutableArray<Permission> StillOpen(ImmutableArray<Permission> permissions, Dictionary<Permission, Permission> inPlace)
    {
        var open = ImmutableArray.CreateBuilder<Permission>();
        foreach (var permission in permissions)
        {
            if (!inPlace.TryGetValue(permission, out var shown)) Close([permission], new(Outcome.Revoked, null));
            else if (shown.RuleId is { } now && permission.RuleId is { } was && now != was) Close([permission], new(Outcome.OpenedAgain, $"opened again as {now}"));
            else open.Add(permission);
        }

        return open.ToImmutable();
    }

    /// <summary>What stands in the group, by content; nothing when the group is gone; or a problem.</summary>
    private async Task<(Dictionary<Permission, Permission> InPlace, string? Problem)> Read(GroupKey key, CancellationToken cancel)
    {
        var reading = await world.Groups.Read(new GroupName(key.GroupId, null), key.Account, key.Region, cancel).ConfigureAwait(false);
        return reading switch
        {
            GroupReading.Found found => (found.Group.Permissions.DistinctBy(p => p).ToDictionary(p => p), null),
            GroupReading.Failed failed => ([], failed.Problem),
            _ => ([], null),
        };
    }

    private void Close(IEnumerable<Permission> permissions, Closing closing)
    {
        foreach (var permission in permissions) _closings[permission] = closing;
    }

    /// <summary>Not there: under a first claim somebody was faster; under a claim that was taken over, or after a call of ours whose
    /// answer never came, it was us, and people are told.</summary>
    private Closing Absent(string detail)
    {
        if (takenOver) return new(Outcome.Revoked, "revoked by an earlier attempt that ended before it was recorded");
        return _answerLost ? new(Outcome.Revoked, "revoked by an earlier call whose answer was lost") : new(Outcome.Gone, detail);
    }

    private static string Describe(RevokeAnswer answer) => answer switch
    {
        RevokeAnswer.Taken taken => $"return {(taken.Returned ? "true" : "false")}, {taken.Revoked.Length} revoked, {taken.Unknown.Length} unknown",
        RevokeAnswer.PermissionNotFound => "permission not found",
        RevokeAnswer.GroupNotFound => "group not found",
        RevokeAnswer.Refused refused => refused.Problem,
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };
}
