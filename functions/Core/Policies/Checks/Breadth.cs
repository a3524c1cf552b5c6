using System.Numerics;
using Remediator.Network;

namespace Remediator.Policies.Checks;

/// <summary>How many addresses a set of traffic admits to one service.</summary>
internal static class Breadth
{
    /// <summary>False only when no part of the traffic is wider than the limit.</summary>
    public static bool MayExceed(TrafficSet traffic, MaxAddresses limit)
    {
        foreach (var slab in traffic.Slabs)
        {
            if (limit.IPv4 is { } ipv4 && slab.Addresses.IPv4.Count > ipv4) return true;
            if (limit.IPv6 is { } ipv6 && Blocks(slab.Addresses.IPv6) > ipv6) return true;
        }

        return false;
    }

    /// <summary>Blocks of /64, a part of one as one; one that two stretches share is counted twice, so it is never fewer.</summary>
    private static BigInteger Blocks(IntervalSet<UInt128> addresses)
    {
        var sum = BigInteger.Zero;
        foreach (var stretch in addresses.Intervals) sum += (ulong)(stretch.Last >> 64) - (BigInteger)(ulong)(stretch.First >> 64) + 1;
        return sum;
    }
}
