using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>What Revoke removed: the proof of it.</summary>
public partial class RevokedSecurityGroupRule
{
    public string CidrIpv4 { get; set; }

    public string CidrIpv6 { get; set; }

    public string Description { get; set; }

    public int? FromPort { get; set; }

    public string GroupId { get; set; }

    public string IpProtocol { get; set; }

    public bool? IsEgress { get; set; }

    public string PrefixListId { get; set; }

    public string ReferencedGroupId { get; set; }

    public string SecurityGroupRuleId { get; set; }

    public int? ToPort { get; set; }

    internal static RevokedSecurityGroupRule Read(XmlReader xml) => xml.Structure(new RevokedSecurityGroupRule(), ReadMember);

    private static void ReadMember(RevokedSecurityGroupRule rule, string name, XmlReader xml)
    {
        switch (name)
        {
            case "cidrIpv4": rule.CidrIpv4 = xml.Text(); break;
            case "cidrIpv6": rule.CidrIpv6 = xml.Text(); break;
            case "description": rule.Description = xml.Text(); break;
            case "fromPort": rule.FromPort = xml.Int(); break;
            case "groupId": rule.GroupId = xml.Text(); break;
            case "ipProtocol": rule.IpProtocol = xml.Text(); break;
            case "isEgress": rule.IsEgress = xml.Bool(); break;
            case "prefixListId": rule.PrefixListId = xml.Text(); break;
            case "referencedGroupId": rule.ReferencedGroupId = xml.Text(); break;
            case "securityGroupRuleId": rule.SecurityGroupRuleId = xml.Text(); break;
            case "toPort": rule.ToPort = xml.Int(); break;
            default: xml.Skip(); break;
        }
    }
}
