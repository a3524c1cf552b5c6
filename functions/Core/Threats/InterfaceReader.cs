using System.Net;

namespace Remediator.Threats;

/// <summary>Reads one network interface. An attack sequence spells it a little differently, and without the id, which is the resource's.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/APIReference/API_NetworkInterface.html and API_Ec2NetworkInterface.html</remarks>
internal static class InterfaceReader
{
    public static ThreatInterface Read(FindingPart place, string? id, string? instanceId) => new(
        id, instanceId, FindingIds.Vpc(place.Field("vpcId"), place.Problems), FindingIds.Subnet(place.Field("subnetId"), place.Problems))
    {
        Addresses = Addresses(place),
        GroupIds = Groups(place),
    };

    public static ImmutableArray<string> Groups(FindingPart place) =>
        [.. place.List("securityGroups").Select(g => FindingIds.Group(g.Field("groupId"), g.Problems)).OfType<string>().Distinct()];

    private static ImmutableArray<IPAddress> Addresses(FindingPart place)
    {
        const string expected = "an IP address";
        var all = new List<IPAddress?> { AddressReader.Read(place.Field("privateIpAddress"), place.Problems) };
        all.AddRange(place.List("privateIpAddresses").Select(p => AddressReader.Read(p.Field("privateIpAddress"), p.Problems)));
        all.Add(AddressReader.Read(place.Field("publicIp"), place.Problems));
        all.AddRange(place.Texts("ipv6Addresses", expected).Select(p => AddressReader.Read(p, place.Problems)));
        return [.. all.OfType<IPAddress>().Distinct()];
    }
}
