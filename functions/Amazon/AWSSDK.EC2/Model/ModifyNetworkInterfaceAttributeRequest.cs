using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Changes one attribute of a network interface, such as its groups.</summary>
public partial class ModifyNetworkInterfaceAttributeRequest : AmazonEC2Request
{
    public bool? AssociatePublicIpAddress { get; set; }

    public List<string> AssociatedSubnetIds { get; set; }

    public NetworkInterfaceAttachmentChanges Attachment { get; set; }

    public ConnectionTrackingSpecificationRequest ConnectionTrackingSpecification { get; set; }

    public string Description { get; set; }

    public bool? DryRun { get; set; }

    public EnaSrdSpecification EnaSrdSpecification { get; set; }

    public bool? EnablePrimaryIpv6 { get; set; }

    public List<string> Groups { get; set; }

    public string NetworkInterfaceId { get; set; }

    public bool? SourceDestCheck { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<ModifyNetworkInterfaceAttributeRequest, ModifyNetworkInterfaceAttributeResponse>(
        "ModifyNetworkInterfaceAttribute", static (request, to) => request.Write(to), ModifyNetworkInterfaceAttributeResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("AssociatePublicIpAddress", AssociatePublicIpAddress);
        to.List("AssociatedSubnetId", AssociatedSubnetIds);
        to.Structure("Attachment", Attachment, static (networkInterfaceAttachmentChanges, to) => networkInterfaceAttachmentChanges.Write(to));
        to.Structure("ConnectionTrackingSpecification", ConnectionTrackingSpecification, static (connectionTrackingSpecificationRequest, to) => connectionTrackingSpecificationRequest.Write(to));
        to.Add("Description.Value", Description);
        to.Add("DryRun", DryRun);
        to.Structure("EnaSrdSpecification", EnaSrdSpecification, static (enaSrdSpecification, to) => enaSrdSpecification.Write(to));
        to.Add("EnablePrimaryIpv6", EnablePrimaryIpv6);
        to.List("SecurityGroupId", Groups);
        to.Add("NetworkInterfaceId", NetworkInterfaceId);
        to.Add("SourceDestCheck.Value", SourceDestCheck);
    }
}
