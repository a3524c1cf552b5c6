using Remediator.Cli.Inputs;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Cli.Describe;

/// <summary>Answers of DescribeNetworkInterfaces → what carries each group, and its public addresses.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html. An IPv6 address of an interface is
/// public, unless it is of the unique local ones (fc00::/7) that a VPC may use as well.</remarks>
internal static class InterfacesReader
{
    public const string Expected = "what `aws ec2 describe-network-interfaces --output json` prints";

    /// <summary>By the group's id. Null when the answers are not whole: then nobody can say that a group is not attached.</summary>
    public static ImmutableDictionary<string, Exposure>? Read(string file, List<JsonPlace> documents, List<Problem> problems)
    {
        var before = problems.Count;
        var complaints = new Complaints(file, Expected, problems);
        var carried = new Dictionary<string, (int Interfaces, List<string> Addresses)>(StringComparer.Ordinal);
        foreach (var place in documents.SelectMany(document => Interfaces(document, complaints))) Add(place, carried, complaints);
        if (documents.Count == 0 || problems.Count > before) return null;
        return carried.ToImmutableDictionary(c => c.Key, c => new Exposure(c.Value.Interfaces, [.. c.Value.Addresses.Distinct()]), StringComparer.Ordinal);
    }

    private static IEnumerable<JsonPlace> Interfaces(JsonPlace document, Complaints complaints)
    {
        if (document.IsList) return document.Entries();
        if (document.Field("NetworkInterfaces") is not null)
        {
            _ = complaints.IsWhole(document);
            return complaints.List(document, "NetworkInterfaces", "a list of interfaces");
        }

        if (document.Field("NetworkInterfaceId") is not null) return [document];
        if (document.IsObject) complaints.Lacks(document, "NetworkInterfaces", "a list of interfaces");
        else complaints.Not(document, "an object with `NetworkInterfaces`");
        return [];
    }

    private static void Add(JsonPlace place, Dictionary<string, (int Interfaces, List<string> Addresses)> carried, Complaints complaints)
    {
        if (!place.IsObject) complaints.Not(place, "an interface");
        else if (place.Field("Groups") is null) complaints.Lacks(place, "Groups", "the list of its groups");
        foreach (var group in complaints.List(place, "Groups", "the list of its groups"))
        {
            if (group.Field("GroupId")?.Text() is not { } id)
            {
                complaints.Lacks(group, "GroupId", "a group's id such as `sg-0123456789abcdef0`");
                continue;
            }

            var (count, addresses) = carried.GetValueOrDefault(id, (0, []));
            addresses.AddRange(Addresses(place, complaints));
            carried[id] = (count + 1, addresses);
        }
    }

    private static IEnumerable<string> Addresses(JsonPlace place, Complaints complaints)
    {
        var own = new[] { place.Field("Association")?.Field("PublicIp")?.Text() };
        var ipv4 = complaints.List(place, "PrivateIpAddresses", "a list of addresses").Select(a => a.Field("Association")?.Field("PublicIp")?.Text());
        var ipv6 = complaints.List(place, "Ipv6Addresses", "a list of addresses").Select(a => a.Field("Ipv6Address")?.Text());
        return own.Concat(ipv4).Concat(ipv6.Where(a => !IsLocal(a))).OfType<string>();
    }

    private static bool IsLocal(string? text) => Cidr.TryParse(text, out var address) && address.Family == AddressFamily.IPv6 && address.First >> 121 == 0xFC >> 1;
}
