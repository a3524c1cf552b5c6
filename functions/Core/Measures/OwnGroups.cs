using Remediator.Changes;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>The groups of our own in one region: found by name and tag, made where they are missing.</summary>
internal sealed class OwnGroups(Means means, string region)
{
    private const string WhatTheyAreFor = "Made by Remediator to contain what an attack has reached. It holds no rules of its own";

    /// <summary>The ids of those of a VPC that are there: an interface that carries just one of them is under way, or contained.</summary>
    /// <param name="isTagged">Only those with our tag: whoever calls a group of theirs as ours is called contains nothing with it.</param>
    public async Task<(ImmutableArray<string> Ids, string? Problem)> Existing(string vpcId, bool isTagged, CancellationToken cancel)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var name in new[] { OwnGroup.Quarantine, OwnGroup.Untracked })
        {
            var (group, problem) = await Find(name, vpcId, cancel).ConfigureAwait(false);
            if (problem is not null) return ([], $"the group `{name}` could not be looked for: {problem}");
            if (group is not null && (!isTagged || IsOurs(group))) ids.Add(group.Key.GroupId);
        }

        return (ids.ToImmutable(), null);
    }

    /// <summary>The VPC's quarantine group, seen to hold nothing.</summary>
    public Task<OwnGroupAnswer> Quarantine(string vpcId, CancellationToken cancel) => Holding(OwnGroup.Quarantine, vpcId, [], cancel);

    /// <summary>The VPC's group that tracks nothing, open both ways for both families.</summary>
    public Task<OwnGroupAnswer> OpenUntracked(string vpcId, CancellationToken cancel) => Holding(OwnGroup.Untracked, vpcId, Everything, cancel);

    /// <summary>At rest it holds nothing. What of it stays open; null for nothing.</summary>
    public async Task<string?> CloseUntracked(string vpcId, CancellationToken cancel)
    {
        var (group, problem) = await Find(OwnGroup.Untracked, vpcId, cancel).ConfigureAwait(false);
        if (problem is null && (group is null || !IsOurs(group))) return null;
        var closed = problem is null ? await Holding(OwnGroup.Untracked, vpcId, [], cancel).ConfigureAwait(false) : new OwnGroupAnswer.Unusable(problem, MayComeYet: true);
        return closed is OwnGroupAnswer.Unusable unusable ? $"`{OwnGroup.Untracked}` may still be open: {unusable.Why}" : null;
    }

    public async Task<(SecurityGroup? Group, string? Problem)> Find(string name, string vpcId, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await means.Ask(token => means.Interfaces.FindGroup(name, vpcId, region, token), cancel).ConfigureAwait(false);
            if (reading is GroupReading.Failed { Retryable: true } && await means.MayTryAgain(tries, cancel).ConfigureAwait(false)) continue;
            return reading switch
            {
                GroupReading.Found found => (found.Group, null),
                GroupReading.Failed failed => (null, failed.Problem),
                null => (null, Reads.NoAnswer),
                _ => (null, null),
            };
        }
    }

    /// <summary>Brings the group to hold exactly this, and looks until it is seen to: reads lag.</summary>
    private async Task<OwnGroupAnswer> Holding(string name, string vpcId, ImmutableArray<Permission> wanted, CancellationToken cancel)
    {
        var (isMade, refused) = (false, (OwnGroupAnswer.Unusable?)null);
        var settled = means.Now + 2 * Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var (group, problem) = await Find(name, vpcId, cancel).ConfigureAwait(false);
            if (problem is not null) return new OwnGroupAnswer.Unusable($"the group `{name}` could not be read: {problem}", MayComeYet: true);
            if (group is not null && !IsOurs(group)) return NotOurs(group);
            if (group is not null && Holds(group, wanted)) return new OwnGroupAnswer.Ready(group.Key.GroupId);
            if (group is null && !isMade) (isMade, refused) = await Make(name, vpcId, cancel).ConfigureAwait(false);
            else if (group is not null) refused = await Change(group, wanted, cancel).ConfigureAwait(false);
            if (refused is { MayComeYet: false }) return refused;
            if (!await means.Clock.MayTryAgain(tries, settled < means.Until ? settled : means.Until, cancel).ConfigureAwait(false))
                return refused ?? new OwnGroupAnswer.Unusable($"the group `{name}` is not seen as it was made", MayComeYet: true);
        }
    }

    private async Task<(bool IsMade, OwnGroupAnswer.Unusable? Refused)> Make(string name, string vpcId, CancellationToken cancel) =>
        await means.Make(name, WhatTheyAreFor, vpcId, region, cancel).ConfigureAwait(false) switch
        {
            // Taken: by another delivery, a moment ago.
            GroupMade.Made or GroupMade.Taken => (true, null),
            GroupMade.Failed failed => (false, new($"the group `{name}` could not be made: {failed.Problem}", failed.Retryable)),
            var other => throw new InvalidOperationException($"unknown answer {other}"),
        };

    /// <summary>One call for each direction of what is too much and of what is missing; what EC2 has against it.</summary>
    private async Task<OwnGroupAnswer.Unusable?> Change(SecurityGroup group, ImmutableArray<Permission> wanted, CancellationToken cancel)
    {
        foreach (var direction in new[] { Direction.Ingress, Direction.Egress })
        {
            ImmutableArray<Permission> extra = [.. group.Permissions.Where(p => p.Direction == direction).Except(wanted)];
            foreach (var chunk in extra.Chunk(Revocation.MostPermissions))
                if (await means.Revoke(new(group.Key, direction, [.. chunk]), cancel).ConfigureAwait(false) is RevokeAnswer.Refused refused)
                    return NotRemoved(group, extra[0], refused);
            ImmutableArray<Permission> missing = [.. wanted.Where(p => p.Direction == direction).Except(group.Permissions)];
            if (missing.IsEmpty) continue;
            await means.Books.Ledger.Intend(StableHash.Of("own group", group.Key.ToString(), direction.ToString()), group.Key, missing, means.Now.AddMinutes(15), cancel).ConfigureAwait(false);
            if (await means.Authorize(new(group.Key, direction, missing), cancel).ConfigureAwait(false) is AuthorizeAnswer.Refused or AuthorizeAnswer.Full)
                return new($"`{OwnGroup.Untracked}` could not be opened: {means.Calls[^1].Answer}", MayComeYet: false);
        }

        return null;
    }

    private static OwnGroupAnswer.Unusable NotRemoved(SecurityGroup group, Permission first, RevokeAnswer.Refused refused) =>
        new($"`{SafeText.Ascii(group.Key.GroupId, 64)}` holds `{PermissionText.Of(first, group.Key)}`, which could not be removed: {refused.Problem}", refused.Retryable || refused.PerhapsTaken);

    private static bool Holds(SecurityGroup group, ImmutableArray<Permission> wanted) => group.Permissions.ToHashSet().SetEquals(wanted);

    private static bool IsOurs(SecurityGroup group) => group.Tags is { } tags && tags.Any(t => t is { Key: OwnGroup.TagKey, Value: OwnGroup.TagValue });

    private static OwnGroupAnswer.Unusable NotOurs(SecurityGroup group)
    {
        var (id, vpc) = (SafeText.Ascii(group.Key.GroupId, 64), SafeText.Ascii(group.VpcId, 64));
        return new($"`{id}` in {vpc} has the name `{SafeText.Ascii(group.Name, 64)}` and not the tag `{OwnGroup.TagKey}={OwnGroup.TagValue}`, so that it is somebody else's: rename it, or tag it where it is ours", MayComeYet: false);
    }

    /// <summary>All traffic with every address, in and out.</summary>
    private static readonly ImmutableArray<Permission> Everything =
    [
        .. from direction in new[] { Direction.Ingress, Direction.Egress }
           from block in new[] { "0.0.0.0/0", "::/0" }
           select Open(direction, block),
    ];

    private static Permission Open(Direction direction, string block)
    {
        _ = Network.Cidr.TryParse(block, out var cidr);
        return Permission.Create(direction, "-1", null, null, new Peer.Block(cidr, block), out _)!;
    }
}
