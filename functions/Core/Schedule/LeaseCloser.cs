using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Schedule;

/// <summary>Takes exactly that out of a group which a lease put in: by the <c>sgr-</c> id that the lease has, only while it holds the
/// lease's own content.</summary>
/// <remarks>Where the answer with the id was lost, what has the lease's content and names it in its description is the lease's. Running it
/// again after a crash at any point does no harm: what is gone is gone.</remarks>
public sealed class LeaseCloser(World world, Invocation invocation)
{
    private readonly Acting _acting = new(world, invocation);
    private readonly List<CallMade> _calls = [];

    /// <summary>The calls that changed something, or were meant to.</summary>
    public IReadOnlyList<CallMade> Calls => _calls;

    /// <summary>What fell short and keeps nothing open.</summary>
    public string? Remark { get; private set; }

    /// <param name="begun">An earlier attempt may have made the call: then what is gone was closed by it.</param>
    public async Task<LeaseEnding> Close(Waiver waiver, Lease lease, bool begun, CancellationToken cancel)
    {
        var group = waiver.Group;
        var (inPlace, problem) = await _acting.Read(group, cancel).ConfigureAwait(false);
        if (problem is not null) return new LeaseEnding.Failed($"the group could not be read: {problem}");
        var (own, other) = Look(waiver.Id, lease, inPlace);
        if (own?.RuleId is { } id) return await Revoke(group, own, id, cancel).ConfigureAwait(false);
        if (own is not null) return new LeaseEnding.Failed("EC2 shows it without an id");
        if (other is not null) return new LeaseEnding.Changed(other);
        return begun ? new LeaseEnding.Closed() : new LeaseEnding.Gone();
    }

    /// <summary>What the lease opened, as it stands; or what stands in its place.</summary>
    private static (Permission? Own, string? Other) Look(string leaseId, Lease lease, Dictionary<Permission, Permission> inPlace)
    {
        var same = inPlace.GetValueOrDefault(lease.Permission);
        if (lease.RuleId is not { } id)
        {
            if (same is null) return (null, null);
            return LeaseDescription.IsOf(same.Description, leaseId) ? (same, null) : (null, $"it is open as {same.RuleId} with another description than the lease's");
        }

        if (same?.RuleId == id) return (same, null);
        if (inPlace.Values.FirstOrDefault(p => p.RuleId == id) is { } changed) return (null, $"{id} is {changed} now");
        return (null, same is null ? null : $"{id} is gone, and the same is open as {same.RuleId}");
    }

    private async Task<LeaseEnding> Revoke(GroupKey group, Permission own, string id, CancellationToken cancel)
    {
        var answer = await Call(group, own.Direction, id, cancel).ConfigureAwait(false);
        if (answer.RequestId is { } request) await Note(request, cancel).ConfigureAwait(false);
        if (answer is RevokeAnswer.Taken { Returned: true } taken && taken.Revoked.Any(r => r.RuleId == id || (r.RuleId is null && r.Equals(own)))) return new LeaseEnding.Closed();
        var mayBeClosed = answer is RevokeAnswer.Taken or RevokeAnswer.Refused { PerhapsTaken: true };
        // What EC2 refused for sure is looked at once; what it may have done, as long as reads may lag.
        var until = mayBeClosed ? world.Clock.GetUtcNow() + Timing.Settled : DateTimeOffset.MinValue;
        return await Verify(group, id, until, cancel).ConfigureAwait(false) switch
        {
            null => mayBeClosed ? new LeaseEnding.Closed() : new LeaseEnding.Gone(),
            var problem => new LeaseEnding.Failed(answer is RevokeAnswer.Refused refused ? refused.Problem : problem),
        };
    }

    /// <summary>Throttling is waited out while there is time to act.</summary>
    private async Task<RevokeAnswer> Call(GroupKey group, Direction direction, string id, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await _acting.RevokeOwn(group, direction, [id], cancel).ConfigureAwait(false);
            _calls.Add(new($"RevokeSecurityGroup{direction}", answer.RequestId, answer.Said(), world.Clock.GetUtcNow()));
            if (answer is not RevokeAnswer.Refused { Retryable: true, PerhapsTaken: false }) return answer;
            if (!await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false)) return answer;
        }
    }

    /// <summary>So that the event of this call is known for ours, and nobody is told that something was closed against change control.</summary>
    private async Task Note(string request, CancellationToken cancel)
    {
        var noted = await world.Ledger.NoteCall(request, world.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
        if (noted.Problem is { } problem) Remark = $"that call {request} was ours could not be noted: {problem}";
    }

    /// <summary>Null once a read does not show it; else why nobody knows that it is gone.</summary>
    private async Task<string?> Verify(GroupKey group, string id, DateTimeOffset until, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var (inPlace, problem) = await _acting.Read(group, cancel).ConfigureAwait(false);
            if (problem is null && !inPlace.Values.Any(p => p.RuleId == id)) return null;
            if (await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) continue;
            return problem is null ? "EC2 still shows it" : $"the group could not be read to verify it: {problem}";
        }
    }
}
