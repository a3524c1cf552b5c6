using Remediator.Groups;
using Remediator.Network;
using Remediator.Waivers;

namespace Remediator.Verdicts;

/// <summary>What the waivers in force cover of one permission.</summary>
internal static class WaivedTraffic
{
    /// <summary>One waiver's part; empty when it is over, or about another group, direction or peer.</summary>
    public static TrafficSet Of(Waiver waiver, Hearing hearing)
    {
        var (permission, reach) = (hearing.Permission, hearing.Reach);
        if (!IsAbout(waiver, hearing)) return TrafficSet.Empty;
        var services = waiver.Services.Intersect(permission.Services);
        if (waiver.PeerKeys.Contains(permission.Peer.Key)) return TrafficSet.Of(services, reach.Addresses);
        // Of a peer that may be any of its addresses, a waiver for some of them says nothing.
        return reach.Exact || waiver.Addresses.Covers(reach.Addresses)
            ? TrafficSet.Of(services, waiver.Addresses.Intersect(reach.Addresses))
            : TrafficSet.Empty;
    }

    /// <summary>A list that was not read may lie within the addresses that a waiver names.</summary>
    public static Needs Needs(Hearing hearing, TrafficSet forbidden)
    {
        if (hearing.Reach.Exact || hearing.Reach.Vacant || hearing.Permission.Peer is not Peer.PrefixList list) return Verdicts.Needs.Nothing;
        var mayCover = hearing.Situation.Waivers.Any(w => IsAbout(w, hearing) && !w.Addresses.IsEmpty && w.Services.Overlaps(forbidden.Services));
        return mayCover ? Doubt.OfList(list.Id, hearing.Situation).Needs : Verdicts.Needs.Nothing;
    }

    public static TrafficSet Of(Hearing hearing) => hearing.Situation.Waivers.Aggregate(TrafficSet.Empty, (sum, waiver) => sum.Union(Of(waiver, hearing)));

    private static bool IsAbout(Waiver waiver, Hearing hearing) =>
        waiver.Group == hearing.Situation.Group.Key && waiver.Direction == hearing.Permission.Direction && waiver.IsInForce(hearing.Situation.Now);
}
