using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// DescribeNetworkInterfaces (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html): moto's interfaces
/// with their own groups, those of services marked as managed, and filters on addresses of every kind. Other filters are left to moto.
/// </summary>
internal sealed class DescribeInterfaces(MotoLink moto, InterfaceGroups groups)
{
    private static readonly ImmutableDictionary<string, Func<XElement, IEnumerable<XElement>>> Ours = new Dictionary<string, Func<XElement, IEnumerable<XElement>>>
    {
        ["group-id"] = row => row.Elements("groupSet").Elements("item").Elements("groupId"),
        ["requester-managed"] = row => row.Elements("requesterManaged"),
        ["private-ip-address"] = row => row.Elements("privateIpAddress"),
        ["addresses.private-ip-address"] = row => row.Elements("privateIpAddressesSet").Elements("item").Elements("privateIpAddress"),
        ["association.public-ip"] = row => row.Elements("association").Elements("publicIp"),
        ["addresses.association.public-ip"] = row => row.Elements("privateIpAddressesSet").Elements("item").Elements("association").Elements("publicIp"),
        ["ipv6-addresses.ipv6-address"] = row => row.Elements("ipv6AddressesSet").Elements("item").Elements("ipv6Address"),
    }.ToImmutableDictionary();

    public async Task<AwsAnswer> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        var answer = await moto.ForwardAsync(call.With(Filters.Keep(call.Query, name => !Ours.ContainsKey(name))), cancellation);
        if (!answer.Succeeded || answer.Xml() is not { } xml || xml.Element("networkInterfaceSet") is not { } set)
            return answer;
        var filters = Filters.Of(call.Query).Where(filter => Ours.ContainsKey(filter.Name)).ToImmutableArray();
        foreach (var row in set.Elements("item").ToArray())
        {
            Correct(call, row);
            if (!filters.All(filter => Ours[filter.Name](row).Any(found => Filters.Match(filter.Values, found.Value))))
                row.Remove();
        }
        return AwsAnswer.OfXml(200, Ec2Xml.WithNamespace(xml));
    }

    private void Correct(AwsCall call, XElement row)
    {
        groups.Correct(call, row);
        ManagedInterfaces.Correct(row);
        // The public address belongs to the first private one; moto shows it at the interface only.
        if (row.Element("association") is { } association && association.Element("publicIp") is { Value.Length: > 0 }
            && row.Element("privateIpAddressesSet")?.Elements("item").FirstOrDefault(one => one.Element("primary")?.Value == "true") is { } first && first.Element("association") is null)
            first.Add(new XElement(association));
    }
}
