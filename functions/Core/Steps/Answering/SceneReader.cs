using System.Net;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>Reads where a threat took place: the interfaces, the groups that they carry, and what those groups' permissions refer to.</summary>
internal sealed class SceneReader(Policy policy, Defence defence, Invocation invocation, Threat threat)
{
    private const System.Net.Sockets.AddressFamily IPv6 = System.Net.Sockets.AddressFamily.InterNetworkV6;

    /// <summary>As many as one read takes.</summary>
    private const int MostAddresses = 200;

    private readonly Reads _reads = new(defence.World, invocation);
    private readonly List<Unread> _problems = [];
    private readonly List<string> _remarks = [];

    public async Task<Scene> Read(CancellationToken cancel)
    {
        var interfaces = await Interfaces(cancel).ConfigureAwait(false);
        var groups = await Groups([.. interfaces.SelectMany(i => i.GroupIds).Distinct(StringComparer.Ordinal)], cancel).ConfigureAwait(false);
        ImmutableArray<Permission> open = [.. groups.SelectMany(g => g.Permissions).Where(p => p.Direction == Direction.Ingress)];
        var (lists, owners) = (StartLists(open, cancel), StartOwners(open, !interfaces.IsEmpty, cancel));
        var facts = new DoorFacts(await PrefixLists(lists).ConfigureAwait(false), await Owners(owners, [.. interfaces.Select(i => i.VpcId)]).ConfigureAwait(false));
        return new(interfaces, groups, facts, [.. _problems], [.. _remarks]);
    }

    /// <summary>By id where the finding gives one, else all of its instances.</summary>
    private async Task<ImmutableArray<InterfaceFacts>> Interfaces(CancellationToken cancel)
    {
        ImmutableArray<string> ids = [.. threat.Interfaces.Select(i => i.Id).Concat(threat.Contacts.Select(c => c.InterfaceId)).OfType<string>().Distinct(StringComparer.Ordinal)];
        var named = threat.Interfaces.Where(i => i.Id is not null).Select(i => i.InstanceId).ToHashSet();
        ImmutableArray<string> instances = [.. threat.InstanceIds.Where(i => !named.Contains(i)).Distinct(StringComparer.Ordinal)];
        var byId = ids.IsEmpty ? null : Ask(token => defence.Interfaces.Read(ids, threat.Region, token), cancel);
        var byInstance = instances.IsEmpty ? null : Ask(token => defence.Interfaces.OfInstances(instances, threat.Region, token), cancel);
        var found = byId is null ? null : Taken("the network interfaces of the finding", await byId.ConfigureAwait(false), _ => true, isNeeded: true);
        var others = byInstance is null ? null : Taken("the network interfaces of the instances of the finding", await byInstance.ConfigureAwait(false), _ => true, isNeeded: true);
        if (found is { } shown) Compare(ids, shown);
        if (others is { } theirs) _remarks.AddRange(instances.Where(i => theirs.All(o => o.InstanceId != i)).Select(i => $"instance `{Safe(i)}` is gone, or has no network interface any more"));
        return [.. (found ?? []).Concat(others ?? []).DistinctBy(i => i.Id)];
    }

    /// <summary>What the finding showed, and is not so any more.</summary>
    private void Compare(ImmutableArray<string> ids, ImmutableArray<InterfaceFacts> found)
    {
        var now = found.DistinctBy(i => i.Id).ToDictionary(i => i.Id, StringComparer.Ordinal);
        _remarks.AddRange(ids.Where(id => !now.ContainsKey(id)).Select(id => $"network interface `{Safe(id)}` is gone"));
        foreach (var then in threat.Interfaces.Where(i => i.Id is not null && now.ContainsKey(i.Id)))
        {
            if (then.InstanceId is { } was && now[then.Id!].InstanceId is { } isOn && was != isOn) _remarks.Add($"network interface `{Safe(then.Id!)}` was on `{Safe(was)}` when GuardDuty saw the attack, and is on `{Safe(isOn)}` now");
            var detached = then.GroupIds.Except(now[then.Id!].GroupIds, StringComparer.Ordinal);
            _remarks.AddRange(detached.Select(group => $"group `{Safe(group)}` was on `{Safe(then.Id!)}` when GuardDuty saw the attack, and is not any more"));
        }
    }

    /// <summary>Each by itself, side by side: only that read shows the ids of permissions.</summary>
    private async Task<ImmutableArray<SecurityGroup>> Groups(ImmutableArray<string> ids, CancellationToken cancel)
    {
        var reading = ids.Select(id => (Id: id, Reading: _reads.Permissions(new(threat.Account, threat.Region, id), cancel))).ToList();
        var groups = ImmutableArray.CreateBuilder<SecurityGroup>();
        foreach (var (id, read) in reading)
        {
            switch (await read.ConfigureAwait(false))
            {
                case GroupReading.Found found:
                    groups.Add(found.Group);
                    break;
                case GroupReading.NotFound:
                    _remarks.Add($"group `{Safe(id)}` is not found in the account");
                    break;
                case var failed:
                    Failed($"group `{Safe(id)}`", (failed as GroupReading.Failed)?.Problem, (failed as GroupReading.Failed)?.Retryable, _ => false, isNeeded: true);
                    break;
            }
        }

        return groups.ToImmutable();
    }

    private List<(string Id, Task<PrefixListReading?> Reading)> StartLists(ImmutableArray<Permission> open, CancellationToken cancel)
    {
        var ids = open.Select(p => p.Peer).OfType<Peer.PrefixList>().Select(l => l.Id).Distinct(StringComparer.Ordinal);
        return [.. ids.Select(id => (id, _reads.PrefixList(id, threat.Account, threat.Region, cancel)))];
    }

    private async Task<ImmutableDictionary<string, PrefixList?>> PrefixLists(List<(string Id, Task<PrefixListReading?> Reading)> reading)
    {
        var lists = ImmutableDictionary.CreateBuilder<string, PrefixList?>(StringComparer.Ordinal);
        foreach (var (id, read) in reading)
        {
            var answer = await read.ConfigureAwait(false);
            lists[id] = (answer as PrefixListReading.Found)?.List;
            if (answer is PrefixListReading.NotFound) _remarks.Add($"prefix list `{Safe(id)}` is not found");
            else if (answer is not PrefixListReading.Found) Failed($"prefix list `{Safe(id)}`", (answer as PrefixListReading.Failed)?.Problem, (answer as PrefixListReading.Failed)?.Retryable, g => g.Permissions.Any(p => p.Peer is Peer.PrefixList list && list.Id == id), isNeeded: false);
        }

        return lists.ToImmutable();
    }

    /// <summary>Who has the remote addresses that may be ours: private ones, and those over IPv6 where a permission refers to a group.</summary>
    private List<(IPAddress[] Asked, Task<InterfacesReading?> Reading)> StartOwners(ImmutableArray<Permission> open, bool isAnywhere, CancellationToken cancel)
    {
        var refers = open.Any(p => p.Peer is Peer.Group);
        var asked = threat.Contacts.Select(c => c.Remote).Distinct().Where(a => isAnywhere && (IsPrivate(a) || (refers && a.AddressFamily == IPv6)));
        return [.. asked.Chunk(MostAddresses).Select(some => (some, Ask(token => defence.Interfaces.WithAddresses([.. some], threat.Region, token), cancel)))];
    }

    private async Task<ImmutableDictionary<IPAddress, ImmutableArray<string>>> Owners(List<(IPAddress[] Asked, Task<InterfacesReading?> Reading)> reading, HashSet<string> vpcs)
    {
        var owners = ImmutableDictionary.CreateBuilder<IPAddress, ImmutableArray<string>>();
        var found = new List<InterfaceFacts>();
        foreach (var (_, read) in reading) found.AddRange(Taken("who has the remote addresses", await read.ConfigureAwait(false), g => g.Permissions.Any(p => p.Peer is Peer.Group), isNeeded: false) ?? []);
        foreach (var address in reading.SelectMany(r => r.Asked))
        {
            // Several VPCs may have the same private address: the one next door is meant, where it has it.
            var having = found.Where(i => i.Addresses.Contains(address)).ToLookup(i => vpcs.Contains(i.VpcId));
            var ours = (having[true].Any() ? having[true] : having[false]).ToList();
            if (ours.Count == 0) continue;
            owners[address] = [.. ours.SelectMany(i => i.GroupIds).Distinct(StringComparer.Ordinal)];
            _remarks.AddRange(ours.Select(i => $"`{address}` is our own: network interface `{Safe(i.Id)}` ({Said(i)}), which may have passed on what somebody else sent"));
        }

        return owners.ToImmutable();
    }

    private bool IsPrivate(IPAddress address) => policy.Private.Overlaps(Cidr.Of(address));

    private Task<InterfacesReading?> Ask(Func<CancellationToken, Task<InterfacesReading>> ask, CancellationToken cancel) =>
        _reads.Ask(ask, r => r is InterfacesReading.Failed { Retryable: true }, cancel);

    /// <summary>Null when it could not be read.</summary>
    private ImmutableArray<InterfaceFacts>? Taken(string what, InterfacesReading? reading, Func<SecurityGroup, bool> concerns, bool isNeeded)
    {
        if (reading is InterfacesReading.Found found) return found.Interfaces;
        Failed(what, (reading as InterfacesReading.Failed)?.Problem, (reading as InterfacesReading.Failed)?.Retryable, concerns, isNeeded);
        return null;
    }

    /// <param name="mayComeYet">Null: no answer came in time.</param>
    /// <param name="isNeeded">Without it nobody can say that nothing let the attack in.</param>
    private void Failed(string what, string? problem, bool? mayComeYet, Func<SecurityGroup, bool> concerns, bool isNeeded)
    {
        var text = $"{what} could not be read: {problem ?? Reads.NoAnswer}";
        if (mayComeYet == false) _remarks.Add(text);
        if (mayComeYet != false || isNeeded) _problems.Add(new(text, concerns, mayComeYet != false));
    }

    private static string Said(InterfaceFacts owner) => owner.Description.Length == 0 ? Safe(owner.Kind) : $"{Safe(owner.Kind)}, `{SafeText.Line(owner.Description, 100)}`";

    private static string Safe(string text) => SafeText.Ascii(text, 64);
}
