using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Deletes the entry with a number, whatever it holds.</summary>
public partial class DeleteNetworkAclEntryRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public bool? Egress { get; set; }

    public string NetworkAclId { get; set; }

    public int? RuleNumber { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<DeleteNetworkAclEntryRequest, DeleteNetworkAclEntryResponse>(
        "DeleteNetworkAclEntry", static (request, to) => request.Write(to), DeleteNetworkAclEntryResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("Egress", Egress);
        to.Add("NetworkAclId", NetworkAclId);
        to.Add("RuleNumber", RuleNumber);
    }
}
