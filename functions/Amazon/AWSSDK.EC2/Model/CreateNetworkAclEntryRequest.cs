using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Creates an entry in a network ACL; a number that is taken is refused.</summary>
public partial class CreateNetworkAclEntryRequest : AmazonEC2Request
{
    public string CidrBlock { get; set; }

    public bool? DryRun { get; set; }

    public bool? Egress { get; set; }

    public IcmpTypeCode IcmpTypeCode { get; set; }

    public string Ipv6CidrBlock { get; set; }

    public string NetworkAclId { get; set; }

    public PortRange PortRange { get; set; }

    public string Protocol { get; set; }

    public RuleAction RuleAction { get; set; }

    public int? RuleNumber { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<CreateNetworkAclEntryRequest, CreateNetworkAclEntryResponse>(
        "CreateNetworkAclEntry", static (request, to) => request.Write(to), CreateNetworkAclEntryResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("CidrBlock", CidrBlock);
        to.Add("DryRun", DryRun);
        to.Add("Egress", Egress);
        to.Structure("Icmp", IcmpTypeCode, static (icmpTypeCode, to) => icmpTypeCode.Write(to));
        to.Add("Ipv6CidrBlock", Ipv6CidrBlock);
        to.Add("NetworkAclId", NetworkAclId);
        to.Structure("PortRange", PortRange, static (portRange, to) => portRange.Write(to));
        to.Add("Protocol", Protocol);
        to.Add("RuleAction", RuleAction?.Value);
        to.Add("RuleNumber", RuleNumber);
    }
}
