using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>What a rule becomes; what is left out is taken away.</summary>
public partial class SecurityGroupRuleRequest
{
    public string CidrIpv4 { get; set; }

    public string CidrIpv6 { get; set; }

    public string Description { get; set; }

    public int? FromPort { get; set; }

    public string IpProtocol { get; set; }

    public string PrefixListId { get; set; }

    public string ReferencedGroupId { get; set; }

    public int? ToPort { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("CidrIpv4", CidrIpv4);
        to.Add("CidrIpv6", CidrIpv6);
        to.Add("Description", Description);
        to.Add("FromPort", FromPort);
        to.Add("IpProtocol", IpProtocol);
        to.Add("PrefixListId", PrefixListId);
        to.Add("ReferencedGroupId", ReferencedGroupId);
        to.Add("ToPort", ToPort);
    }
}
