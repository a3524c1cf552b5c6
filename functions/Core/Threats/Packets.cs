using Remediator.Network;

namespace Remediator.Threats;

/// <summary>What came in, as a set.</summary>
public static class Packets
{
    /// <summary>Every remote address with every service that its packets may have been for; nothing of what went out.</summary>
    public static TrafficSet Of(Threat threat) => threat.Contacts
        .Where(c => Doors.CameIn(c, threat))
        .Select(DoorPacket.Of)
        .GroupBy(p => p.Services, p => p.Remote)
        .Aggregate(TrafficSet.Empty, (sum, same) => sum.Union(TrafficSet.Of(same.Key, AddressSet.From(same))));
}
