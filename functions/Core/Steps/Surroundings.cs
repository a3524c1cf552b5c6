using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies.Selectors;
using Remediator.Ports;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>What is known around the permissions of one event: what the event says, and what reads add, each asked at most once.</summary>
/// <param name="retagged">The tags that the event may have changed and that the policy looks at.</param>
internal sealed class Surroundings(World world, Invocation invocation, FixedFacts known, Case it, ImmutableHashSet<string> retagged)
{
    private const NeededFacts OfGroup = NeededFacts.Fixed | NeededFacts.Tags;

    private readonly Reads _reads = new(world, invocation);
    private readonly bool _late = world.Clock.GetUtcNow() - it.Change.Time > Timing.Late;
    private readonly List<string> _problems = [];
    private readonly List<string> _remarks = [];
    private ImmutableArray<Permission> _own = it.Change.DirectionKnown ? it.Change.Permissions : [];
    private Needs _asked = Needs.Nothing with { PrefixLists = it.PrefixList is { } read ? [read.Id] : [] };

    public Situation Situation { get; private set; } =
        new(AsTold(known.Of(new(it.Change.Account, it.Change.Region, it.Change.Group.Id ?? "")), it.Change) with { RetaggedKeys = retagged }, world.Clock.GetUtcNow())
        {
            Actor = it.Change.Actor,
            PrefixLists = it.PrefixList is { } list ? ImmutableDictionary<string, PrefixList?>.Empty.Add(list.Id, list) : ImmutableDictionary<string, PrefixList?>.Empty,
        };

    /// <summary>The event came so late that what is there now may be somebody else's work since.</summary>
    public bool IsLate => _late;

    /// <summary>A read shows what the event did, and what somebody did since.</summary>
    private bool IsSettled => world.Clock.GetUtcNow() >= it.Change.Time + Timing.Settled;

    /// <summary>What carries the group, when a verdict hung on it.</summary>
    public Exposure? Exposure { get; private set; }

    /// <summary>A read of the group did not find it.</summary>
    public bool GroupIsGone { get; private set; }

    /// <summary>What could not be read, though it might be later: the event comes again.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What could not be read, and no second try would help.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>All of this was asked for: more is not to be known.</summary>
    public bool Knows(Needs needs) => NotAsked(needs).IsNothing;

    /// <summary>Reads what of this was not asked for yet, side by side. False: everything was, and more is not to be known.</summary>
    public async Task<bool> Read(Needs needs, CancellationToken cancel)
    {
        var due = NotAsked(needs);
        if (due.IsNothing) return false;
        _asked = _asked.And(due);
        var key = Situation.Group.Key;
        var group = (due.Facts & OfGroup) != 0 || due.Standing ? _reads.Group(key.GroupId.Length == 0 ? it.Change.Group : new(key.GroupId, null), key.Account, key.Region, cancel) : null;
        var exposure = due.Facts.HasFlag(NeededFacts.Attached) ? _reads.Exposure(key, cancel) : null;
        var peers = due.PeerGroups.IsEmpty ? null : _reads.Groups(due.PeerGroups, key.Account, key.Region, cancel);
        var lists = due.PrefixLists.Order(StringComparer.Ordinal).Select(list => (list, _reads.PrefixList(list, key.Account, key.Region, cancel))).ToList();
        if (group is not null) Take(await group.ConfigureAwait(false));
        if (exposure is not null) Take(await exposure.ConfigureAwait(false));
        if (peers is not null) Take(due.PeerGroups, await peers.ConfigureAwait(false));
        foreach (var (list, reading) in lists) Take(list, await reading.ConfigureAwait(false));
        return true;
    }

    /// <summary>Another read of the group did not find it.</summary>
    public void Lose() => GroupIsGone = true;

    /// <summary>What the event closed and an early read may still show.</summary>
    public void Forget(ImmutableArray<Permission> closed)
    {
        if (!_late && Situation.Standing is { } standing) Situation = Situation with { Standing = [.. standing.Except(closed)] };
    }

    /// <summary>Every group of the group's VPC: among them is the one that a baseline's peer names.</summary>
    public async Task ReadVpc(CancellationToken cancel)
    {
        if (Situation.Group.VpcId is not { } vpc) return;
        var reading = await _reads.Vpc(vpc, Situation.Group.Key.Account, Situation.Group.Key.Region, cancel).ConfigureAwait(false);
        if (reading is GroupsReading.Found found) Take([.. found.Groups.Select(g => g.Key.GroupId)], reading);
        else Failed($"the groups of VPC `{vpc}`", (reading as GroupsReading.Failed)?.Problem, (reading as GroupsReading.Failed)?.Retryable);
    }

    /// <summary>What a read of the group showed, and what it may not show yet of a young event's own work.</summary>
    /// <param name="own">What the event is known to have opened.</param>
    public void Learn(SecurityGroup group, ImmutableArray<Permission> own)
    {
        _own = own;
        known.Learn(group);
        var fixedFacts = known.Of(group.Key);
        Situation = Situation with
        {
            Group = Situation.Group with
            {
                Key = group.Key,
                Name = group.Name ?? fixedFacts.Name,
                VpcId = group.VpcId ?? fixedFacts.VpcId,
                Description = group.Description ?? fixedFacts.Description,
                Tags = group.Tags is { } tags ? (IsSettled ? tags : it.Change.TagsAfter(tags)) : Situation.Group.Tags,
            },
            Standing = _late ? group.Permissions : WithItsOwn(group.Permissions),
        };
        _asked = _asked.And(Needs.Nothing with { Standing = true, Facts = group.Tags is null ? NeededFacts.None : OfGroup });
    }

    /// <summary>A rule that was modified a moment ago may still be shown as it was before.</summary>
    private ImmutableArray<Permission> WithItsOwn(ImmutableArray<Permission> shown)
    {
        var ids = _own.Select(p => p.RuleId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. _own.Union(shown.Where(p => p.RuleId is null || !ids.Contains(p.RuleId)))];
    }

    /// <summary>A call that named its group by name, or that made it, says what it is called.</summary>
    private static GroupFacts AsTold(GroupFacts known, Change change) => known.Name is null ? known with { Name = change.Group.Name } : known;

    private Needs NotAsked(Needs needs) => new(
        needs.Facts & ~_asked.Facts, needs.Standing && !_asked.Standing, needs.PrefixLists.Except(_asked.PrefixLists), needs.PeerGroups.Except(_asked.PeerGroups));

    private void Take(GroupReading? reading)
    {
        _asked = _asked.And(Needs.Nothing with { Standing = true, Facts = OfGroup });
        if (reading is GroupReading.Found found) Learn(found.Group, _own);
        else if (reading is GroupReading.NotFound) GroupIsGone = true;
        else Failed($"group `{Situation.Group.Key.GroupId}`", (reading as GroupReading.Failed)?.Problem, (reading as GroupReading.Failed)?.Retryable);
    }

    private void Take(Exposure? exposure)
    {
        Exposure = exposure;
        if (exposure is null) Failed("what carries the group", null, null);
        else Situation = Situation with { Group = Situation.Group with { IsAttached = exposure.Interfaces > 0 } };
    }

    /// <summary>A group that is not found stays unknown: it may be another account's.</summary>
    private void Take(ImmutableHashSet<string> ids, GroupsReading? reading)
    {
        var found = reading is GroupsReading.Found all ? all.Groups.DistinctBy(g => g.Key.GroupId).ToDictionary(g => g.Key.GroupId, g => g.Facts) : [];
        Situation = Situation with { PeerGroups = Situation.PeerGroups.SetItems(ids.Select(id => KeyValuePair.Create(id, found.GetValueOrDefault(id)))) };
        if (reading is not GroupsReading.Found) Failed("the groups that are referred to", (reading as GroupsReading.Failed)?.Problem, (reading as GroupsReading.Failed)?.Retryable);
    }

    /// <summary>A list that is not there stays unknown: nobody may lose anything by a wrong name in the policy.</summary>
    private void Take(string idOrName, PrefixListReading? reading)
    {
        var list = (reading as PrefixListReading.Found)?.List;
        var lists = Situation.PrefixLists.SetItem(idOrName, list);
        Situation = Situation with { PrefixLists = list is null ? lists : lists.SetItem(list.Id, list) };
        if (reading is PrefixListReading.NotFound) Failed($"prefix list `{idOrName}`", "there is none here", false);
        else if (list is null) Failed($"prefix list `{idOrName}`", (reading as PrefixListReading.Failed)?.Problem, (reading as PrefixListReading.Failed)?.Retryable);
    }

    /// <param name="mayComeYet">Null: no answer came in time.</param>
    private void Failed(string what, string? problem, bool? mayComeYet) =>
        (mayComeYet == false ? _remarks : _problems).Add($"{what} could not be read: {problem ?? Reads.NoAnswer}");
}
