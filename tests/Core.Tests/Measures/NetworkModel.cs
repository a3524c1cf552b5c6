using System.Net;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Core.Tests.Measures;

/// <summary>Interfaces, groups and network ACLs of one region in memory, behaving as EC2 documents.</summary>
internal sealed partial class NetworkModel : INetworkInterfaces
{
    public const string Vpc = "vpc-0a";

    private int _made;
    private int _requests;

    public Dictionary<string, InterfaceFacts> Interfaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the answer to a call is lost after it took effect.</summary>
    public Func<string, bool> Loses { get; set; } = _ => false;

    /// <summary>What EC2 answers to a change of an interface's groups for a reason of its own; null: its own behaviour.</summary>
    public Func<string, ImmutableArray<string>, InterfaceAnswer?> ObjectsToSet { get; set; } = (_, _) => null;

    /// <summary>Runs right before a change of an interface's groups is looked at.</summary>
    public Action<string> BeforeSet { get; set; } = _ => { };

    /// <summary>How many reads show an interface as it was before its last change.</summary>
    public int Lag { get; set; }

    private readonly Dictionary<string, (InterfaceFacts Before, int Reads)> _stale = new(StringComparer.Ordinal);

    /// <summary>Every group set that an interface ever had, in order.</summary>
    public List<(string InterfaceId, ImmutableArray<string> GroupIds)> History { get; } = [];

    public InterfaceFacts Add(string id, params string[] groupIds) => Interfaces[id] = new(id, Vpc, "subnet-0a", [.. groupIds]) { Addresses = [IPAddress.Parse("10.0.0.7")] };

    public IEnumerable<string> GroupsOf(string interfaceId) => Interfaces[interfaceId].GroupIds.Order(StringComparer.Ordinal);

    public Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel) => Gate.Pass<InterfacesReading>($"ReadInterfaces {string.Join(' ', interfaceIds)}", () =>
        new InterfacesReading.Found([.. interfaceIds.Where(Interfaces.ContainsKey).Select(Shown)]));

    public Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel) => Gate.Pass<InterfacesReading>("OfInstances", () =>
        new InterfacesReading.Found([.. Interfaces.Values.Where(i => i.InstanceId is { } id && instanceIds.Contains(id))]));

    public Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel) => Gate.Pass<InterfacesReading>("WithAddresses", () =>
        new InterfacesReading.Found([.. Interfaces.Values.Where(i => i.Addresses.Any(addresses.Contains))]));

    public Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel)
    {
        var text = $"SetGroups {interfaceId} {string.Join(' ', groupIds)}";
        return Gate.Pass(text, () =>
        {
            BeforeSet(interfaceId);
            var answer = ObjectsToSet(interfaceId, groupIds) ?? Set(interfaceId, groupIds);
            return answer is InterfaceAnswer.Taken && Loses(text) ? new InterfaceAnswer.Refused(null, "the answer was lost", true, PerhapsTaken: true) : answer;
        });
    }

    public Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel) => Gate.Pass<GroupMade>($"MakeGroup {name}", () =>
    {
        if (ObjectsToMake is { } why) return new GroupMade.Failed(why, false);
        if (Groups.Values.Any(g => g.Name == name && g.VpcId == vpcId)) return new GroupMade.Taken();
        var id = $"sg-made{++_made}";
        Groups[id] = new(new(Events.Account, Events.Region, id), name, vpcId, [Everything(Direction.Egress, "0.0.0.0/0"), Everything(Direction.Egress, "::/0")]) { Tags = [KeyValuePair.Create(Containment.OwnGroup.TagKey, Containment.OwnGroup.TagValue)] };
        return new GroupMade.Made(id, NextRequest());
    });

    public Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel) => Gate.Pass<GroupReading>($"FindGroup {name}", () =>
        Groups.Values.FirstOrDefault(g => g.Name == name && g.VpcId == vpcId) is { } group ? new GroupReading.Found(group) : new GroupReading.NotFound());

    /// <summary>Why no group can be made; null when one can.</summary>
    public string? ObjectsToMake { get; set; }

    private InterfaceAnswer Set(string interfaceId, ImmutableArray<string> groupIds)
    {
        if (!Interfaces.TryGetValue(interfaceId, out var shown)) return new InterfaceAnswer.NotFound(NextRequest());
        if (shown.IsManaged) return new InterfaceAnswer.Managed(NextRequest(), "You do not have permission to access the specified resource");
        if (groupIds.Length is 0 or > 16) return new InterfaceAnswer.Refused(NextRequest(), "SecurityGroupsPerInterfaceLimitExceeded", false);
        if (groupIds.FirstOrDefault(id => Groups.GetValueOrDefault(id)?.VpcId != shown.VpcId) is { } missing) return new InterfaceAnswer.GroupNotFound(NextRequest(), $"InvalidGroup.NotFound: {missing}");
        _stale[interfaceId] = (shown, Lag);
        Interfaces[interfaceId] = shown with { GroupIds = groupIds };
        History.Add((interfaceId, groupIds));
        return new InterfaceAnswer.Taken(NextRequest());
    }

    /// <summary>EC2 promises no order of an interface's groups.</summary>
    private InterfaceFacts Shown(string id)
    {
        var shown = Interfaces[id];
        if (_stale.GetValueOrDefault(id) is { Reads: > 0 } stale)
        {
            shown = stale.Before;
            _stale[id] = (shown, stale.Reads - 1);
        }

        return shown with { GroupIds = [.. shown.GroupIds.Reverse()] };
    }

    private string NextRequest() => $"req-{++_requests}";
}
