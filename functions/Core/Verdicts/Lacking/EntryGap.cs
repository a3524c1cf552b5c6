using Remediator.Groups;
using Remediator.Incoming;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts.Lacking;

/// <summary>What of one entry the standing permissions do not admit.</summary>
/// <param name="Missing">The fewest permissions that would make it whole.</param>
/// <param name="Untold">Why parts of the entry cannot be said in permissions, for people.</param>
internal sealed record EntryGap(BaselineEntry Entry, ImmutableArray<Permission> Missing, ImmutableArray<string> Untold)
{
    private const string TooMany = "the entry is more permissions than a group holds";

    public static EntryGap Of(BaselineEntry entry, StandingTraffic admitted, Situation situation)
    {
        var untold = ImmutableArray.CreateBuilder<string>();
        var missing = Blocks(entry, admitted, untold).ToList();
        foreach (var symbol in entry.Symbols)
        {
            var peers = SymbolPeers.Of(symbol, admitted, situation);
            var left = peers.Standing.Aggregate(entry.Services, (services, peer) => services.Minus(admitted.Services(peer)));
            if (left.IsEmpty) continue;
            if (peers.Wanted is null) untold.Add(peers.Why);
            else if (PermissionForms.Write(admitted.Direction, entry.Services, peers.Wanted) is { } wanted) missing.AddRange(wanted.Select(p => Gap(p, left)).OfType<Permission>());
            else untold.Add(TooMany);
        }

        return new(entry, [.. missing], untold.ToImmutable());
    }

    private static Permission? Gap(Permission wanted, ServiceSet left)
    {
        var gap = wanted.Services.Intersect(left);
        return gap.IsEmpty ? null : ServiceForm.Around(gap).Open(wanted.Direction, wanted.Peer);
    }

    /// <summary>Where a list that was not read may hold what is missing, nobody can tell.</summary>
    private static IEnumerable<Permission> Blocks(BaselineEntry entry, StandingTraffic admitted, ImmutableArray<string>.Builder untold)
    {
        if (PermissionForms.Write(admitted.Direction, Traffic(entry)) is not { } wanted)
        {
            untold.Add(TooMany);
            return [];
        }

        var missing = wanted.Select(admitted.Missing).OfType<Permission>().ToList();
        var unread = missing.SelectMany(p => admitted.UnreadLists(p.Services)).Distinct().ToList();
        foreach (var list in unread) untold.Add($"prefix list {Quoted.Text(list)} was not read, and may admit it");
        return missing.Where(p => !admitted.UnreadLists(p.Services).Any());
    }

    /// <summary>An entry that means ICMP of both families means each with its own.</summary>
    private static TrafficSet Traffic(BaselineEntry entry)
    {
        if (entry.Services.Equals(ServiceSet.All)) return TrafficSet.Of(entry.Services, entry.Addresses);
        var ipv4 = AddressSet.From(Cidr.Around(AddressFamily.IPv4, 0, 0));
        var ofIPv4 = TrafficSet.Of(PermissionForms.Carried(entry.Services, AddressFamily.IPv4), entry.Addresses.Intersect(ipv4));
        return ofIPv4.Union(TrafficSet.Of(PermissionForms.Carried(entry.Services, AddressFamily.IPv6), entry.Addresses.Minus(ipv4)));
    }
}
