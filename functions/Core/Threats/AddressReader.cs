using System.Net;
using Remediator.Incoming;
using Remediator.Network;

namespace Remediator.Threats;

/// <summary>Addresses as a finding writes them, read strictly.</summary>
internal static class AddressReader
{
    /// <summary>The address there; null when it is none, with a problem. An IPv4 address in IPv6 clothes is IPv4.</summary>
    public static IPAddress? Read(JsonCursor? place, List<string> problems)
    {
        if (place is null) return null;
        if (place.Text() is { } text && Cidr.TryParseAddress(text, out _, out _))
        {
            var address = IPAddress.Parse(text);
            return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        }

        problems.Add(place.Not("an IP address"));
        return null;
    }

    /// <summary>The IPv4 and the IPv6 address of <c>remoteIpDetails</c> or <c>localIpDetails</c>, as far as they are there.</summary>
    public static ImmutableArray<IPAddress> Both(FindingPart? details)
    {
        if (details is null) return [];
        var four = Read(details.Field("ipAddressV4"), details.Problems);
        var six = Read(details.Field("ipAddressV6"), details.Problems);
        return [.. new[] { four, six }.OfType<IPAddress>().Distinct()];
    }
}
