using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>One rule as EC2 keeps it: one peer, and an id of its own.</summary>
public partial class SecurityGroupRule
{
    public string CidrIpv4 { get; set; }

    public string CidrIpv6 { get; set; }

    public string Description { get; set; }

    public int? FromPort { get; set; }

    public string GroupId { get; set; }

    public string GroupOwnerId { get; set; }

    public string IpProtocol { get; set; }

    public bool? IsEgress { get; set; }

    public string PrefixListId { get; set; }

    public ReferencedSecurityGroup ReferencedGroupInfo { get; set; }

    public string SecurityGroupRuleArn { get; set; }

    public string SecurityGroupRuleId { get; set; }

    public List<Tag> Tags { get; set; }

    public int? ToPort { get; set; }

    internal static SecurityGroupRule Read(XmlReader xml) => xml.Structure(new SecurityGroupRule(), ReadMember);

    private static void ReadMember(SecurityGroupRule rule, string name, XmlReader xml)
    {
        switch (name)
        {
            case "cidrIpv4": rule.CidrIpv4 = xml.Text(); break;
            case "cidrIpv6": rule.CidrIpv6 = xml.Text(); break;
            case "description": rule.Description = xml.Text(); break;
            case "fromPort": rule.FromPort = xml.Int(); break;
            case "groupId": rule.GroupId = xml.Text(); break;
            case "groupOwnerId": rule.GroupOwnerId = xml.Text(); break;
            case "ipProtocol": rule.IpProtocol = xml.Text(); break;
            case "isEgress": rule.IsEgress = xml.Bool(); break;
            case "prefixListId": rule.PrefixListId = xml.Text(); break;
            case "referencedGroupInfo": rule.ReferencedGroupInfo = ReferencedSecurityGroup.Read(xml); break;
            case "securityGroupRuleArn": rule.SecurityGroupRuleArn = xml.Text(); break;
            case "securityGroupRuleId": rule.SecurityGroupRuleId = xml.Text(); break;
            case "tagSet": rule.Tags = xml.List(rule.Tags, "item", Tag.Read); break;
            case "toPort": rule.ToPort = xml.Int(); break;
            default: xml.Skip(); break;
        }
    }
}
