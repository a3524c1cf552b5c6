using System.Net;

namespace Remediator.Threats;

/// <summary>Reads the other side of a connection: <c>remoteIpDetails</c>, which names its owner too.</summary>
internal static class RemoteReader
{
    public static ImmutableArray<IPAddress> Addresses(FindingPart action) => AddressReader.Both(action.Object("remoteIpDetails"));

    public static Owner? Owner(FindingPart action)
    {
        if (action.Object("remoteIpDetails") is not { } details) return null;
        var organization = details.Object("organization");
        var country = details.Object("country");
        var owner = new Owner(
            Number(organization?.Text("asn", "the number of an autonomous system")),
            organization?.Text("asnOrg", "the name of an organisation"),
            organization?.Text("org", "the name of an organisation"),
            organization?.Text("isp", "the name of a provider"))
        {
            Country = country?.Text("countryCode", "a country") ?? country?.Text("countryName", "a country"),
        };
        return owner == new Owner(null, null, null, null) ? null : owner;
    }

    /// <summary>GuardDuty writes -1, and 0, which is nobody's number, where it knows none.</summary>
    private static string? Number(string? asn) => asn is "-1" or "0" ? null : asn;
}
