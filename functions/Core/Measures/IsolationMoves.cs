using Remediator.Containment;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>Gives an interface the groups that isolating it and taking that back need.</summary>
internal sealed class IsolationMoves(Means means, OwnGroups own)
{
    /// <summary>This run changed the interface's groups, or may have.</summary>
    public bool IsMade { get; private set; }

    /// <summary>What fell short and keeps nothing open.</summary>
    public string? Remark { get; private set; }

    /// <summary>To the group that tracks nothing. Isolating matters more than cutting what is established: where this fails, that is
    /// told, and the interface is isolated.</summary>
    public async Task Untrack(Isolation measure, CancellationToken cancel)
    {
        var opened = await own.OpenUntracked(measure.VpcId, cancel).ConfigureAwait(false);
        if (opened is OwnGroupAnswer.Ready untracked)
        {
            var answer = await Set(measure, [untracked.GroupId], cancel).ConfigureAwait(false);
            if (answer is not InterfaceAnswer.Taken) Add($"established connections were perhaps not cut: {answer.Said()}");
            // Another delivery may have closed it just before the move.
            else opened = await own.OpenUntracked(measure.VpcId, cancel).ConfigureAwait(false);
        }

        if (opened is OwnGroupAnswer.Unusable unusable) Add($"established connections were not cut: {unusable.Why}");
    }

    /// <summary>The last answer: whether it took effect, a look shows.</summary>
    public async Task<InterfaceAnswer> Quarantine(Isolation measure, CancellationToken cancel)
    {
        var settled = means.Now + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var answer = await Set(measure, [measure.QuarantineId!], cancel).ConfigureAwait(false);
            // A group is not seen everywhere right after it was made.
            if (answer is not InterfaceAnswer.GroupNotFound || !await means.Clock.MayTryAgain(tries, settled, cancel).ConfigureAwait(false)) return answer;
        }
    }

    /// <summary>The group that tracks nothing holds nothing once nobody passes through it.</summary>
    public async Task CloseUntracked(Isolation measure, CancellationToken cancel)
    {
        if (measure.CutsConnections && await own.CloseUntracked(measure.VpcId, cancel).ConfigureAwait(false) is { } open) Add(open);
    }

    /// <summary>Gives back what is recorded, where the interface has nothing but groups of ours. Null when nothing of ours is left on it;
    /// else why it may be.</summary>
    /// <param name="fromQuarantine">False: only from the one that it was to pass through; in quarantine another delivery put it.</param>
    public async Task<string?> Back(Isolation measure, bool fromQuarantine, CancellationToken cancel)
    {
        var (ours, problem) = await own.Existing(measure.VpcId, isTagged: false, cancel).ConfigureAwait(false);
        if (problem is not null) return problem;
        for (var tries = 0; ; tries++)
        {
            var (shown, unread) = await means.Interface(measure.InterfaceId, measure.Region, cancel).ConfigureAwait(false);
            if (unread is not null) return $"the interface could not be read: {unread}";
            if (shown is null || !IsOurs(shown, ours) || (!fromQuarantine && shown.GroupIds.Any(id => id == measure.QuarantineId))) return null;
            var answer = await Set(measure, measure.Groups, cancel).ConfigureAwait(false);
            if (answer is InterfaceAnswer.Taken or InterfaceAnswer.NotFound) return null;
            if (answer is not InterfaceAnswer.Refused { PerhapsTaken: true } || !await means.MayTryAgain(tries, cancel).ConfigureAwait(false)) return answer.Said();
        }
    }

    public static bool IsOurs(InterfaceFacts shown, ImmutableArray<string> ours) => !shown.GroupIds.IsEmpty && shown.GroupIds.All(ours.Contains);

    private async Task<InterfaceAnswer> Set(Isolation measure, ImmutableArray<string> groups, CancellationToken cancel)
    {
        var answer = await means.SetGroups(measure.InterfaceId, groups, measure.Region, cancel).ConfigureAwait(false);
        IsMade |= answer is InterfaceAnswer.Taken or InterfaceAnswer.Refused { PerhapsTaken: true };
        return answer;
    }

    private void Add(string remark) => Remark = Remark is null ? remark : Remark.Contains(remark, StringComparison.Ordinal) ? Remark : $"{Remark}; {remark}";
}
