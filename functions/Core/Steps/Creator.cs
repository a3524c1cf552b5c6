using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Authorises permissions of one direction and one set of tags, and finds out what really stands afterwards and what of it we
/// created. What exists already is skipped.</summary>
internal sealed class Creator(World world, Invocation invocation, Journal journal)
{
    private const int MostRounds = 3;
    private const string Full = "the group takes no more rules";

    private readonly Acting _acting = new(world, invocation);
    private readonly List<Permission> _created = [];
    private readonly List<Permission> _notCreated = [];
    private string? _whyNot;
    private bool _isFull;

    /// <summary>Then what stands and did not before is what the call created whose answer never came.</summary>
    private bool _answerLost;

    /// <param name="call">None of these stood there when the group was last read.</param>
    public async Task<Creation> Run(Restoration call, CancellationToken cancel)
    {
        await journal.Announce(call.Permissions, cancel).ConfigureAwait(false);
        foreach (var chunk in call.Permissions.Chunk(Revocation.MostPermissions)) await Send(call with { Permissions = [.. chunk] }, 0, cancel).ConfigureAwait(false);
        return new([.. _created], [.. _notCreated], _whyNot, _isFull);
    }

    private async Task Send(Restoration call, int round, CancellationToken cancel)
    {
        if (call.Permissions.IsEmpty) return;
        if (_isFull || _acting.IsOver)
        {
            GiveUp(call, _isFull ? Full : "there was no time left to act");
            return;
        }

        switch (await Call(call, cancel).ConfigureAwait(false))
        {
            case AuthorizeAnswer.Taken taken:
                await Sort(call, taken, cancel).ConfigureAwait(false);
                break;
            // A single one that is a duplicate is there.
            case AuthorizeAnswer.Duplicate when call.Permissions.Length > 1:
                await SendTheRest(call, round, cancel).ConfigureAwait(false);
                break;
            case AuthorizeAnswer.Duplicate:
                if (_answerLost) await Sort(call, new(null, []), cancel).ConfigureAwait(false);
                break;
            case AuthorizeAnswer.Full:
                _isFull = true;
                GiveUp(call, Full);
                break;
            case AuthorizeAnswer.GroupNotFound:
                GiveUp(call, "EC2 does not find the group, or one that they refer to");
                break;
            case AuthorizeAnswer.Refused { PerhapsTaken: true }:
                _answerLost = true;
                await SendTheRest(call, round, cancel).ConfigureAwait(false);
                break;
            case AuthorizeAnswer.Refused refused:
                GiveUp(call, refused.Problem);
                break;
        }
    }

    /// <summary>Throttling is waited out while there is time to act.</summary>
    private async Task<AuthorizeAnswer> Call(Restoration call, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await _acting.Authorize(call, cancel).ConfigureAwait(false);
            journal.Note($"AuthorizeSecurityGroup{call.Direction}", answer.RequestId, answer.Said());
            if (answer is not AuthorizeAnswer.Refused { Retryable: true, PerhapsTaken: false }) return answer;
            if (!await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false)) return answer;
        }
    }

    /// <summary>What EC2 lists as created is; the rest is looked for as long as reads may lag.</summary>
    private async Task Sort(Restoration call, AuthorizeAnswer.Taken taken, CancellationToken cancel)
    {
        var listed = taken.Created.Where(call.Permissions.Contains).ToList();
        _created.AddRange(listed);
        ImmutableArray<Permission> open = [.. call.Permissions.Except(listed)];
        var until = world.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; !open.IsEmpty; tries++)
        {
            var (inPlace, _) = await _acting.Read(call.Group, cancel).ConfigureAwait(false);
            _created.AddRange(open.Where(inPlace.ContainsKey).Select(p => inPlace[p]));
            open = [.. open.Where(p => !inPlace.ContainsKey(p))];
            if (open.IsEmpty || await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) continue;
            GiveUp(call with { Permissions = open }, "EC2 took the call and does not show them");
            return;
        }
    }

    /// <summary>All or nothing: one that is there refuses the whole call. A read shows which; where it does not, they go one by one.</summary>
    private async Task SendTheRest(Restoration call, int round, CancellationToken cancel)
    {
        var (inPlace, problem) = await _acting.Read(call.Group, cancel).ConfigureAwait(false);
        if (problem is not null || round > MostRounds + 1)
        {
            GiveUp(call, problem is null ? "EC2 did not say what became of them" : $"the group could not be read: {problem}");
            return;
        }

        if (_answerLost) _created.AddRange(call.Permissions.Where(inPlace.ContainsKey).Select(p => inPlace[p]));
        var rest = call with { Permissions = [.. call.Permissions.Where(p => !inPlace.ContainsKey(p))] };
        if (round < MostRounds) await Send(rest, round + 1, cancel).ConfigureAwait(false);
        else foreach (var one in rest.Permissions) await Send(rest with { Permissions = [one] }, round + 1, cancel).ConfigureAwait(false);
    }

    private void GiveUp(Restoration call, string why)
    {
        _notCreated.AddRange(call.Permissions);
        _whyNot ??= why;
    }
}
