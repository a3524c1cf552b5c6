using Remediator.Network;
using Remediator.Waivers;

namespace Remediator.Verdicts;

/// <summary>What the waivers in force cover of one permission.</summary>
internal static class WaivedTraffic
{
    /// <summary>One waiver's part; empty when it is over, or about another group, direction or peer.</summary>
    public static TrafficSet Of(Waiver waiver, Hearing hearing)
    {
        var (permission, situation, reach) = (hearing.Permission, hearing.Situation, hearing.Reach);
        if (waiver.Group != situation.Group.Key || waiver.Direction != permission.Direction || !waiver.IsInForce(situation.Now)) return TrafficSet.Empty;
        var services = waiver.Services.Intersect(permission.Services);
        if (waiver.PeerKeys.Contains(permission.Peer.Key)) return TrafficSet.Of(services, reach.Addresses);
        // Of a peer that may be any of its addresses, a waiver for some of them says nothing.
        return reach.Exact || waiver.Addresses.Covers(reach.Addresses)
            ? TrafficSet.Of(services, waiver.Addresses.Intersect(reach.Addresses))
            : TrafficSet.Empty;
    }

    public static TrafficSet Of(Hearing hearing) => hearing.Situation.Waivers.Aggregate(TrafficSet.Empty, (sum, waiver) => sum.Union(Of(waiver, hearing)));
}
