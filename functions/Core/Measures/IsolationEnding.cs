using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>Gives an interface exactly the groups back that it had when it was isolated; where somebody changed it since, nothing is
/// touched unless whoever asks says how to go on.</summary>
internal sealed class IsolationEnding(Means means, string? by, IsolationChoices choices)
{
    private readonly EndingRecord _record = new(means, by);

    /// <summary>What its end would come to now.</summary>
    public async Task<IsolationLook> Look(Isolation isolation, CancellationToken cancel)
    {
        var own = new OwnGroups(means, isolation.Region);
        var (shown, unread) = await means.Interface(isolation.InterfaceId, isolation.Region, cancel).ConfigureAwait(false);
        if (unread is not null) return new IsolationLook.Unknown($"the interface could not be read: {unread}");
        if (shown is null) return new IsolationLook.Nothing("the interface is gone");
        var (ours, problem) = await own.Existing(isolation.VpcId, isTagged: false, cancel).ConfigureAwait(false);
        if (problem is not null) return new IsolationLook.Unknown(problem);
        if (GroupSets.AreSame(shown.GroupIds, isolation.Groups)) return new IsolationLook.Nothing(isolation.State == MeasureState.Standing ? "somebody gave it its groups back before" : null);
        if (!shown.GroupIds.All(id => ours.Contains(id) || id == isolation.QuarantineId))
            return choices.KeepGroups ? new IsolationLook.Nothing($"it keeps the groups {GroupSets.Text(shown.GroupIds)}, which somebody gave it since") : new IsolationLook.Refused(Moved(isolation, shown));
        return await Groups(isolation, cancel).ConfigureAwait(false);
    }

    public async Task<MeasureEnd> Run(Isolation isolation, CancellationToken cancel)
    {
        var look = isolation.State is MeasureState.Ended or MeasureState.Refused ? new IsolationLook.Nothing(isolation.Problem) : await Look(isolation, cancel).ConfigureAwait(false);
        if (look is IsolationLook.Refused refused) return new MeasureEnd.Refused(isolation, [refused.Why]) { Calls = means.Calls };
        if (look is IsolationLook.Unknown unknown) return _record.Failed(isolation, unknown.Problem);
        var (begun, problem) = await _record.Begin(isolation, cancel).ConfigureAwait(false);
        if (problem is not null) return _record.Failed(isolation, problem);
        if (begun is not Isolation { State: MeasureState.Ending } ending) return new MeasureEnd.Over(begun!) { Calls = means.Calls };
        // Somebody else may have come further, or recorded newer groups, since this looked.
        if (!_record.IsOurs || ending.Version != isolation.Version + 1) look = await Look(ending, cancel).ConfigureAwait(false);
        return await Restore(ending, look, cancel).ConfigureAwait(false);
    }

    private async Task<MeasureEnd> Restore(Isolation ending, IsolationLook look, CancellationToken cancel)
    {
        var settled = means.Now + Timing.Settled;
        var isSet = false;
        for (var tries = 0; ; tries++)
        {
            switch (look)
            {
                case IsolationLook.Unknown unknown:
                    return _record.Failed(ending, unknown.Problem);
                case IsolationLook.Refused refused:
                    return _record.Failed(ending, $"{refused.Why.What}; {refused.Why.Help}");
                case IsolationLook.Nothing nothing:
                    return await _record.Finish(ending, isSet ? null : nothing.Found, cancel).ConfigureAwait(false);
            }

            var back = (IsolationLook.Back)look;
            var answer = await means.SetGroups(ending.InterfaceId, back.Groups, ending.Region, cancel).ConfigureAwait(false);
            isSet |= answer is InterfaceAnswer.Taken or InterfaceAnswer.Refused { PerhapsTaken: true };
            if (answer is InterfaceAnswer.Taken) return await _record.Finish(ending, back.Missing.IsEmpty ? null : $"without {GroupSets.Text(back.Missing)}, which is gone", cancel).ConfigureAwait(false);
            var mayPass = answer is InterfaceAnswer.NotFound or InterfaceAnswer.GroupNotFound or InterfaceAnswer.Refused { PerhapsTaken: true };
            if (!mayPass || !await means.Clock.MayTryAgain(tries, settled, cancel).ConfigureAwait(false)) return _record.Failed(ending, answer.Said());
            look = await Look(ending, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What is recorded, as far as it is there.</summary>
    private async Task<IsolationLook> Groups(Isolation isolation, CancellationToken cancel)
    {
        var reading = await means.Ask(token => means.Facts.DescribeAll(isolation.Groups, isolation.Account, isolation.Region, token), cancel).ConfigureAwait(false);
        if (reading is not GroupsReading.Found found) return new IsolationLook.Unknown($"the groups that it had could not be read: {(reading as GroupsReading.Failed)?.Problem ?? Reads.NoAnswer}");
        var there = found.Groups.Select(g => g.Key.GroupId).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> missing = [.. isolation.Groups.Where(id => !there.Contains(id))], left = [.. isolation.Groups.Where(there.Contains)];
        if (missing.IsEmpty || (choices.WithoutMissing && !left.IsEmpty)) return new IsolationLook.Back(left, missing);
        var what = $"of the groups that `{SafeText.Ascii(isolation.InterfaceId, 64)}` had, {GroupSets.Text(missing)} {(missing.Length == 1 ? "is" : "are")} gone";
        return new IsolationLook.Refused(new(what, left.IsEmpty
            ? $"none is left: give it groups by hand (`aws ec2 modify-network-interface-attribute --region {SafeText.Ascii(isolation.Region, 40)} --network-interface-id {SafeText.Ascii(isolation.InterfaceId, 64)} --groups GROUP`), then run the same command with --keep-groups"
            : $"to give it {GroupSets.Text(left)} back and nothing else, run the same command with --without-missing"));
    }

    private static MeasureRefusal Moved(Isolation isolation, InterfaceFacts shown) => new(
        $"`{SafeText.Ascii(isolation.InterfaceId, 64)}` has the groups {GroupSets.Text(shown.GroupIds)} now, which somebody gave it since it was isolated; before, it had {GroupSets.Text(isolation.Groups)}",
        $"to leave it so and be done with the isolation, run the same command with --keep-groups; to give it what it had, put it back into {GroupSets.Text([isolation.QuarantineId ?? OwnGroup.Quarantine])} alone and run the same command again");
}
