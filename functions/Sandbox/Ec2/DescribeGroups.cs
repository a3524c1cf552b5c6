using System.Globalization;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// DescribeSecurityGroups (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html): moto's groups with our
/// rules, all peers of equal protocol and ports in one entry; filters on permissions hold when any rule of the direction meets them.
/// </summary>
internal sealed class DescribeGroups(MotoLink moto, GroupRules rules)
{
    private const string Ingress = "ip-permission.";
    private const string Egress = "egress.ip-permission.";

    public async Task<AwsAnswer> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        var answer = await moto.ForwardAsync(call.With(Filters.Keep(call.Query, name => !IsAboutRules(name))), cancellation);
        if (!answer.Succeeded || answer.Xml() is not { } xml || xml.Element("securityGroupInfo") is not { } set)
            return answer;
        var rows = set.Elements("item").ToArray();
        var all = (await rules.OfAsync(call, [.. rows.Select(row => row.Element("groupId")!.Value)], cancellation)).ToLookup(rule => rule.GroupId);
        var filters = Filters.Of(call.Query).Where(filter => IsAboutRules(filter.Name)).ToImmutableArray();
        foreach (var row in rows)
        {
            var own = all[row.Element("groupId")!.Value].ToImmutableArray();
            if (!filters.All(filter => own.Any(rule => Holds(filter.Name, filter.Values, rule))))
                row.Remove();
            row.Elements().Where(part => part.Name == "ipPermissions" || part.Name == "ipPermissionsEgress").Remove();
            row.Add(new XElement("ipPermissions", Entries(own.Where(rule => !rule.IsEgress))), new XElement("ipPermissionsEgress", Entries(own.Where(rule => rule.IsEgress))));
        }
        return AwsAnswer.OfXml(200, Ec2Xml.WithNamespace(xml));
    }

    private static bool IsAboutRules(string filter) => filter.StartsWith(Ingress, StringComparison.Ordinal) || filter.StartsWith(Egress, StringComparison.Ordinal);

    private static bool Holds(string filter, ImmutableArray<string> values, StoredRule rule)
    {
        var egress = filter.StartsWith(Egress, StringComparison.Ordinal);
        return rule.IsEgress == egress && Filters.Match(values, filter[(egress ? Egress : Ingress).Length..] switch
        {
            "cidr" => rule.Content.Kind == PeerKind.Ipv4 ? rule.Content.Peer : null,
            "ipv6-cidr" => rule.Content.Kind == PeerKind.Ipv6 ? rule.Content.Peer : null,
            "prefix-list-id" => rule.Content.Kind == PeerKind.PrefixList ? rule.Content.Peer : null,
            "group-id" => rule.Content.Kind == PeerKind.Group ? rule.Content.Peer : null,
            "user-id" => rule.Content.Kind == PeerKind.Group ? rule.PeerOwner : null,
            "protocol" => rule.Content.Protocol,
            "from-port" => rule.Content.From.ToString(CultureInfo.InvariantCulture),
            "to-port" => rule.Content.To.ToString(CultureInfo.InvariantCulture),
            _ => null,
        });
    }

    private static IEnumerable<XElement> Entries(IEnumerable<StoredRule> rules) => rules
        .GroupBy(rule => (rule.Content.Protocol, rule.Content.From, rule.Content.To))
        .Select(same => new XElement("item",
            new XElement("ipProtocol", same.Key.Protocol),
            same.Key.Protocol == "-1" ? null : new[] { new XElement("fromPort", same.Key.From), new XElement("toPort", same.Key.To) },
            new XElement("groups", Peers(same, PeerKind.Group, "groupId")),
            new XElement("ipRanges", Peers(same, PeerKind.Ipv4, "cidrIp")),
            new XElement("ipv6Ranges", Peers(same, PeerKind.Ipv6, "cidrIpv6")),
            new XElement("prefixListIds", Peers(same, PeerKind.PrefixList, "prefixListId"))));

    private static IEnumerable<XElement> Peers(IEnumerable<StoredRule> rules, PeerKind kind, string name) => rules.Where(rule => rule.Content.Kind == kind)
        .Select(rule => new XElement("item",
            new XElement(name, rule.Content.Peer),
            kind == PeerKind.Group ? new XElement("userId", rule.PeerOwner) : null,
            rule.PeeringId is null ? null : new XElement("vpcPeeringConnectionId", rule.PeeringId),
            rule.Description is null ? null : new XElement("description", rule.Description)));
}
