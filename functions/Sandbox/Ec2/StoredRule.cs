using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Remediator.Sandbox.Ec2;

/// <summary>A rule as EC2 holds it.</summary>
/// <param name="Owner">The account of the group.</param>
internal sealed record StoredRule(string Id, string GroupId, string Owner, bool IsEgress, RuleContent Content)
{
    public string? Description { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The account of the referenced group.</summary>
    public string PeerOwner { get; init; } = Owner;

    public string? PeeringId { get; init; }

    public static StoredRule Create(string groupId, string owner, bool egress, AskedRule asked) =>
        new("sgr-0" + RandomNumberGenerator.GetHexString(16, lowercase: true), groupId, owner, egress, asked.Content)
        {
            Description = string.IsNullOrEmpty(asked.Description) ? null : asked.Description,
            PeerOwner = asked.PeerOwner ?? owner,
            PeeringId = asked.PeeringId,
        };

    /// <summary>A row of moto's DescribeSecurityGroupRules, without namespaces.</summary>
    public static StoredRule Read(XElement row)
    {
        var owner = row.Element("groupOwnerId")?.Value ?? "";
        var peer = row.Element("cidrIpv4") ?? row.Element("cidrIpv6") ?? row.Element("prefixListId") ?? row.Element("referencedGroupInfo")?.Element("groupId");
        var content = RuleContent.Of(row.Element("ipProtocol")?.Value ?? "-1", Port(row.Element("fromPort")), Port(row.Element("toPort")), peer?.Value ?? "");
        return new(row.Element("securityGroupRuleId")!.Value, row.Element("groupId")!.Value, owner, row.Element("isEgress")!.Value == "true", content);
    }

    /// <summary>A row of DescribeSecurityGroupRules and securityGroupRuleSet (API_SecurityGroupRule).</summary>
    public XElement Row(string region) => new("item",
        new XElement("securityGroupRuleId", Id), new XElement("groupId", GroupId), new XElement("groupOwnerId", Owner),
        Traffic(),
        Content.Kind == PeerKind.Group
            ? new XElement("referencedGroupInfo", new XElement("groupId", Content.Peer), new XElement("userId", PeerOwner), PeeringId is null ? null : new XElement("vpcPeeringConnectionId", PeeringId))
            : Peer(),
        Told(),
        new XElement("tagSet", Tags.Select(tag => new XElement("item", new XElement("key", tag.Key), new XElement("value", tag.Value)))),
        new XElement("securityGroupRuleArn", $"arn:aws:ec2:{region}:{Owner}:security-group-rule/{Id}"));

    /// <summary>The row of a revoke answer (API_RevokedSecurityGroupRule): no owner, no tags, and a referenced group as its id alone.</summary>
    public XElement Revoked() => new("item",
        new XElement("securityGroupRuleId", Id), new XElement("groupId", GroupId), Traffic(),
        Content.Kind == PeerKind.Group ? new XElement("referencedGroupId", Content.Peer) : Peer(), Told());

    private XElement[] Traffic() =>
    [
        new("isEgress", IsEgress ? "true" : "false"), new("ipProtocol", Content.Protocol), new("fromPort", Content.From), new("toPort", Content.To),
    ];

    private XElement Peer() => new(Content.Kind switch { PeerKind.Ipv4 => "cidrIpv4", PeerKind.Ipv6 => "cidrIpv6", _ => "prefixListId" }, Content.Peer);

    private XElement? Told() => Description is null ? null : new XElement("description", Description);

    private static int? Port(XElement? port) => port is null ? null : int.Parse(port.Value, CultureInfo.InvariantCulture);
}
