using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Undos;

/// <summary>Puts back what is wanted, and looks whether it stands.</summary>
internal sealed class Opening(UndoPorts ports, UndoPlan plan)
{
    private const int MostRounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly UndoReads _reads = new(ports);
    private readonly DateTimeOffset _until = ports.Clock.GetUtcNow() + Patience;
    private bool _isFull;

    public async Task<Opened> Run(CancellationToken cancel)
    {
        string? problem = null;
        foreach (var call in plan.PutBack) problem ??= await Send(call, 0, cancel).ConfigureAwait(false);
        return await Look(problem, cancel).ConfigureAwait(false);
    }

    /// <summary>Reads lag: what was put back is looked for as long as that takes, and what was not is sure to be absent only then.</summary>
    private async Task<Opened> Look(string? problem, CancellationToken cancel)
    {
        var wanted = plan.Wanted.ToHashSet();
        var settled = ports.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var (standing, unread) = await _reads.Standing(plan.Group, cancel).ConfigureAwait(false);
            ImmutableArray<Permission> back = [.. standing.Where(wanted.Contains)];
            if (unread is null && back.Distinct().Count() == wanted.Count) return new(back, null, false, false);
            if (await ports.Clock.MayTryAgain(tries, settled, cancel).ConfigureAwait(false)) continue;
            return new(back, problem ?? unread ?? "EC2 took the call, and a read does not show all of it", _isFull, unread is null && back.IsEmpty);
        }
    }

    /// <summary>Null when EC2 took it, or it is there.</summary>
    private async Task<string?> Send(Restoration call, int round, CancellationToken cancel)
    {
        if (call.Permissions.IsEmpty) return null;
        switch (await Call(call, cancel).ConfigureAwait(false))
        {
            case AuthorizeAnswer.Taken:
            case AuthorizeAnswer.Duplicate when call.Permissions.Length == 1:
                return null;
            case AuthorizeAnswer.Duplicate:
            case AuthorizeAnswer.Refused { PerhapsTaken: true }:
                return await SendTheRest(call, round, cancel).ConfigureAwait(false);
            case AuthorizeAnswer.Full:
                return await WithoutRoom(call, round, cancel).ConfigureAwait(false);
            case AuthorizeAnswer.GroupNotFound:
                return "EC2 does not find the group, or one that is referred to";
            case AuthorizeAnswer.Refused refused:
                return $"EC2 refused to put it back: {refused.Problem}";
            case var other:
                throw new InvalidOperationException($"unknown answer {other}");
        }
    }

    private async Task<AuthorizeAnswer> Call(Restoration call, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await ports.Edits.Authorize(call, cancel).ConfigureAwait(false);
            if (answer is not AuthorizeAnswer.Refused { Retryable: true, PerhapsTaken: false }) return answer;
            if (!await ports.Clock.MayTryAgain(tries, _until, cancel).ConfigureAwait(false)) return answer;
        }
    }

    /// <summary>All or nothing: one that is there refuses the whole call. A read shows which; where it does not, they go one by one.</summary>
    private async Task<string?> SendTheRest(Restoration call, int round, CancellationToken cancel)
    {
        var (standing, unread) = await _reads.Standing(plan.Group, cancel).ConfigureAwait(false);
        if (unread is not null || round > MostRounds) return unread ?? "EC2 did not say what became of what is put back";
        var rest = call with { Permissions = [.. call.Permissions.Except(standing)] };
        if (round < MostRounds) return await Send(rest, round + 1, cancel).ConfigureAwait(false);
        string? problem = null;
        foreach (var one in rest.Permissions) problem ??= await Send(rest with { Permissions = [one] }, round + 1, cancel).ConfigureAwait(false);
        return problem;
    }

    /// <summary>What a trim cut down comes back in place of one of its pieces, which goes anyway.</summary>
    private async Task<string?> WithoutRoom(Restoration call, int round, CancellationToken cancel)
    {
        _isFull = true;
        var (standing, unread) = await _reads.Standing(plan.Group, cancel).ConfigureAwait(false);
        if (unread is not null) return unread;
        var changed = new HashSet<Permission>(standing);
        foreach (var swap in plan.Swaps.Where(s => call.Permissions.Contains(s.Wide) && Holds(standing, s.Piece)))
        {
            var answer = await ports.Edits.Modify(plan.Group, swap.Piece.RuleId!, swap.Wide, cancel).ConfigureAwait(false);
            if (answer is ModifyAnswer.Taken or ModifyAnswer.Refused { PerhapsTaken: true }) changed.Add(swap.Wide);
        }

        var rest = call with { Permissions = [.. call.Permissions.Where(p => !changed.Contains(p))] };
        if (rest.Permissions.Length == call.Permissions.Length || round > MostRounds) return NoRoom(call);
        return await Send(rest, round + 1, cancel).ConfigureAwait(false);
    }

    private static bool Holds(ImmutableArray<Permission> standing, Permission piece) => standing.Any(p => p.RuleId == piece.RuleId && p.Equals(piece));

    private string NoRoom(Restoration call)
    {
        var first = PermissionText.Of(call.Permissions[0], plan.Group);
        var more = call.Permissions.Length > 1 ? $" and {call.Permissions.Length - 1} more" : "";
        return $"the group takes no more rules (RulesPerSecurityGroupLimitExceeded), so that `{first}`{more} cannot be put back";
    }
}
