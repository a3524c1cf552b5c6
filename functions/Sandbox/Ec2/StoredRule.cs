using System.Globalization;
using System.Xml.Linq;

namespace Remediator.Sandbox.Ec2;

/// <summary>A rule as DescribeSecurityGroupRules shows it.</summary>
/// <param name="Xml">The whole row, without namespaces.</param>
internal sealed record StoredRule(string Id, bool IsEgress, RuleContent Content, XElement Xml)
{
    public static StoredRule Read(XElement row) => new(
        row.Element("securityGroupRuleId")!.Value, row.Element("isEgress")!.Value == "true",
        RuleContent.Of(row.Element("ipProtocol")?.Value ?? "-1", Port(row.Element("fromPort")), Port(row.Element("toPort")), Peer(row)), row);

    /// <summary>The row of a revoke answer (RevokedSecurityGroupRule): no owner, no tags, and a referenced group as its id alone.</summary>
    public XElement Revoked() => new("item",
        Xml.Element("securityGroupRuleId"), Xml.Element("groupId"), Xml.Element("isEgress"), Xml.Element("ipProtocol"), Xml.Element("fromPort"), Xml.Element("toPort"),
        Xml.Element("cidrIpv4"), Xml.Element("cidrIpv6"), Xml.Element("prefixListId"),
        Xml.Element("referencedGroupInfo")?.Element("groupId") is { } group ? new XElement("referencedGroupId", group.Value) : null,
        Xml.Element("description"));

    private static string Peer(XElement row) =>
        (row.Element("cidrIpv4") ?? row.Element("cidrIpv6") ?? row.Element("prefixListId") ?? row.Element("referencedGroupInfo")?.Element("groupId"))?.Value ?? "";

    private static int? Port(XElement? port) => port is null ? null : int.Parse(port.Value, CultureInfo.InvariantCulture);
}
