using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Finds what is to be judged where the event alone does not say it: one read of the group, and where that read may be too
/// early to show the event's own work, the event's word counts.</summary>
internal sealed class SubjectFinder(World world, Invocation invocation)
{
    /// <summary>The subject, and the group where there is one; or a problem, when the group could not be read.</summary>
    /// <param name="mustStand">Which permissions of a young event count only as a read shows them; of a late one all do.</param>
    public async Task<(Subject? Subject, SecurityGroup? Group, string? Problem)> Find(Change change, ImmutableHashSet<Permission> mustStand, CancellationToken cancel)
    {
        if (change.WholeGroupBecause is not null) await world.Clock.Settle(change.Time, cancel).ConfigureAwait(false);
        var reading = await Read(change, mustStand, cancel).ConfigureAwait(false);
        return reading switch
        {
            GroupReading.Found found => (In(change, found.Group, mustStand), found.Group, null),
            GroupReading.NotFound => (Gone(change), null, null),
            GroupReading.Failed failed => (null, null, $"group `{change.Group}` could not be read: {failed.Problem}"),
            _ => throw new InvalidOperationException($"unknown reading {reading}"),
        };
    }

    /// <summary>The subject as the event tells it; null where it does not say enough.</summary>
    public static Subject? AsTold(Change change) => change is { WholeGroupBecause: null, DirectionKnown: true, Group.Id: { } id }
        ? new(Key(change, id), change.Permissions, [], 0, true)
        : null;

    /// <summary>The group does not exist any more.</summary>
    public static Subject Gone(Change change) => new(Key(change, change.Group.Id ?? ""), [], [], change.Permissions.Length, true);

    /// <summary>What a read of its facts shows of a group that was retagged, or whose prefix list was changed: this event opened none
    /// of it, but made of it what it is now. A late event may not be the last that did.</summary>
    public Subject Standing(Change change, GroupKey group, ImmutableArray<Permission> shown)
    {
        ImmutableArray<Permission> concerned = change.PrefixListId is { } id ? [.. shown.Where(p => p.Peer is Peer.PrefixList list && list.Id == id)] : shown;
        return new(group, [], concerned, 0, !IsLate(change)) { MayActOnOthers = !IsLate(change) };
    }

    public bool IsLate(Change change) => world.Clock.GetUtcNow() - change.Time > Timing.Late;

    private static GroupKey Key(Change change, string id) => new(change.Account, change.Region, id);

    /// <summary>Reads until the group is there and shows what has to be seen of a young event's own work: a rule that does not say its
    /// direction, or one that is acted on only where it stands.</summary>
    private async Task<GroupReading> Read(Change change, ImmutableHashSet<Permission> mustStand, CancellationToken cancel)
    {
        var start = world.Clock.GetUtcNow();
        var until = invocation.ActUntil < start + Timing.Settled ? invocation.ActUntil : start + Timing.Settled;
        var awaited = change.WholeGroupBecause is not null ? [] : change.DirectionKnown ? mustStand : [.. change.Permissions];
        if (change.DirectionKnown && IsLate(change)) awaited = [];
        for (var tries = 0; ; tries++)
        {
            var reading = await world.Groups.Read(change.Group, change.Account, change.Region, cancel).ConfigureAwait(false);
            if (IsAnswer(reading, awaited) || !await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return reading;
        }
    }

    private static bool IsAnswer(GroupReading reading, ImmutableHashSet<Permission> awaited) => reading switch
    {
        GroupReading.Found found => awaited.All(p => Shown(found.Group, p).Any()),
        GroupReading.Failed failed => !failed.Retryable,
        _ => false,
    };

    private Subject In(Change change, SecurityGroup group, ImmutableHashSet<Permission> mustStand)
    {
        if (change.WholeGroupBecause is not null) return Whole(change, group, mustStand);
        var late = IsLate(change);
        var located = change.Permissions.Select(p => late || mustStand.Any(must => must.Equals(p with { Direction = change.DirectionKnown ? p.Direction : must.Direction })) ? InPlace(change, group, p, late) : Fresh(change, group, p)).ToList();
        var own = located.Where(l => l.Own).SelectMany(l => l.Permissions).ToImmutableArray();
        var others = located.Where(l => !l.Own).SelectMany(l => l.Permissions).ToImmutableArray();
        return new(group.Key, own, others, located.Count(l => l.Permissions.IsEmpty), others.IsEmpty) { MayActOnOthers = false };
    }

    /// <summary>Everything the group holds, and what a young event opened that the read does not show yet. Of a late one's group only
    /// that is acted on which is known by its id to be the event's own work: the rest may be older, or somebody else's since.</summary>
    private Subject Whole(Change change, SecurityGroup group, ImmutableHashSet<Permission> mustStand)
    {
        var late = IsLate(change);
        var located = change.Permissions.Select(p => InPlace(change, group, p, late)).Where(l => l.Own).SelectMany(l => l.Permissions);
        if (change.AtMost is { } mayHold)
        {
            // No id says that what stands there since is the group's first.
            var first = late ? [] : group.Permissions.Where(mayHold.Contains).ToImmutableArray();
            return new(group.Key, first, [.. group.Permissions.Except(first)], 0, !late) { MayActOnOthers = !late };
        }

        ImmutableArray<Permission> own = [.. !late && change.DirectionKnown ? change.Permissions.Where(p => !mustStand.Contains(p) || group.Permissions.Contains(p)) : located];
        return new(group.Key, own, [.. group.Permissions.Except(own)], 0, false) { MayActOnOthers = !late };
    }

    /// <summary>A young event: what it says counts, since a read may show the time before it; the read adds the direction.</summary>
    private static Located Fresh(Change change, SecurityGroup group, Permission permission)
    {
        if (change.DirectionKnown) return new([permission], true);
        var directions = Shown(group, permission).Select(shown => shown.Direction).Distinct();
        return new([.. directions.Select(d => permission with { Direction = d })], true);
    }

    /// <summary>What is in place counts. The same rule with the same content is the event's own work; the same content under another
    /// id, or another content under the same id, is somebody's later work.</summary>
    private static Located InPlace(Change change, SecurityGroup group, Permission permission, bool late)
    {
        var shown = Shown(group, permission).ToImmutableArray();
        var own = shown.Where(s => IsSameRule(s, permission, late) && SameContent(change, s, permission)).ToImmutableArray();
        return own.IsEmpty ? new(shown, shown.IsEmpty) : new(own, true);
    }

    /// <summary>The group's permissions that are this one, by id or by content.</summary>
    private static IEnumerable<Permission> Shown(SecurityGroup group, Permission permission)
    {
        var byId = group.Permissions.Where(p => p.RuleId is not null && p.RuleId == permission.RuleId).ToList();
        return byId.Count > 0 ? byId : group.Permissions.Where(p => p.Equals(permission with { Direction = p.Direction }));
    }

    /// <summary>An event that gives no id leaves only its content to go by, and that only while it is young.</summary>
    private static bool IsSameRule(Permission shown, Permission permission, bool late) =>
        permission.RuleId is null ? !late : shown.RuleId == permission.RuleId;

    private static bool SameContent(Change change, Permission shown, Permission permission) =>
        shown.Equals(change.DirectionKnown ? permission : permission with { Direction = shown.Direction });

    private sealed record Located(ImmutableArray<Permission> Permissions, bool Own);
}
