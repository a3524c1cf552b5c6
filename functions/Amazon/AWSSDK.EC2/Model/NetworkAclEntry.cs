using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An entry of a network ACL. The one with the lowest number that matches decides.</summary>
public partial class NetworkAclEntry
{
    public string CidrBlock { get; set; }

    public bool? Egress { get; set; }

    public IcmpTypeCode IcmpTypeCode { get; set; }

    public string Ipv6CidrBlock { get; set; }

    public PortRange PortRange { get; set; }

    public string Protocol { get; set; }

    public RuleAction RuleAction { get; set; }

    public int? RuleNumber { get; set; }

    internal static NetworkAclEntry Read(XmlReader xml) => xml.Structure(new NetworkAclEntry(), ReadMember);

    private static void ReadMember(NetworkAclEntry found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "cidrBlock": found.CidrBlock = xml.Text(); break;
            case "egress": found.Egress = xml.Bool(); break;
            case "icmpTypeCode": found.IcmpTypeCode = IcmpTypeCode.Read(xml); break;
            case "ipv6CidrBlock": found.Ipv6CidrBlock = xml.Text(); break;
            case "portRange": found.PortRange = PortRange.Read(xml); break;
            case "protocol": found.Protocol = xml.Text(); break;
            case "ruleAction": found.RuleAction = RuleAction.FindValue(xml.Text()); break;
            case "ruleNumber": found.RuleNumber = xml.Int(); break;
            default: xml.Skip(); break;
        }
    }
}
