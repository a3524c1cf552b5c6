using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A network interface: its groups, its addresses and what it is attached to.</summary>
public partial class NetworkInterface
{
    public List<string> AssociatedSubnets { get; set; }

    public NetworkInterfaceAssociation Association { get; set; }

    public NetworkInterfaceAttachment Attachment { get; set; }

    public string AvailabilityZone { get; set; }

    public string AvailabilityZoneId { get; set; }

    public ConnectionTrackingConfiguration ConnectionTrackingConfiguration { get; set; }

    public bool? DenyAllIgwTraffic { get; set; }

    public string Description { get; set; }

    public List<GroupIdentifier> Groups { get; set; }

    public NetworkInterfaceType InterfaceType { get; set; }

    public List<Ipv4PrefixSpecification> Ipv4Prefixes { get; set; }

    public string Ipv6Address { get; set; }

    public List<NetworkInterfaceIpv6Address> Ipv6Addresses { get; set; }

    public bool? Ipv6Native { get; set; }

    public List<Ipv6PrefixSpecification> Ipv6Prefixes { get; set; }

    public string MacAddress { get; set; }

    public string NetworkInterfaceId { get; set; }

    public OperatorResponse Operator { get; set; }

    public string OutpostArn { get; set; }

    public string OwnerId { get; set; }

    public string PrivateDnsName { get; set; }

    public string PrivateIpAddress { get; set; }

    public List<NetworkInterfacePrivateIpAddress> PrivateIpAddresses { get; set; }

    public string PublicDnsName { get; set; }

    public PublicIpDnsNameOptions PublicIpDnsNameOptions { get; set; }

    public string RequesterId { get; set; }

    public bool? RequesterManaged { get; set; }

    public bool? SourceDestCheck { get; set; }

    public NetworkInterfaceStatus Status { get; set; }

    public string SubnetId { get; set; }

    public List<Tag> TagSet { get; set; }

    public string VpcId { get; set; }

    internal static NetworkInterface Read(XmlReader xml) => xml.Structure(new NetworkInterface(), ReadMember);

    private static void ReadMember(NetworkInterface found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "attachment": found.Attachment = NetworkInterfaceAttachment.Read(xml); break;
            case "availabilityZone": found.AvailabilityZone = xml.Text(); break;
            case "availabilityZoneId": found.AvailabilityZoneId = xml.Text(); break;
            case "connectionTrackingConfiguration": found.ConnectionTrackingConfiguration = ConnectionTrackingConfiguration.Read(xml); break;
            case "description": found.Description = xml.Text(); break;
            case "groupSet": found.Groups = xml.List(found.Groups, "item", GroupIdentifier.Read); break;
            case "interfaceType": found.InterfaceType = NetworkInterfaceType.FindValue(xml.Text()); break;
            case "networkInterfaceId": found.NetworkInterfaceId = xml.Text(); break;
            case "operator": found.Operator = OperatorResponse.Read(xml); break;
            case "outpostArn": found.OutpostArn = xml.Text(); break;
            case "ownerId": found.OwnerId = xml.Text(); break;
            case "requesterId": found.RequesterId = xml.Text(); break;
            case "requesterManaged": found.RequesterManaged = xml.Bool(); break;
            case "sourceDestCheck": found.SourceDestCheck = xml.Bool(); break;
            case "status": found.Status = NetworkInterfaceStatus.FindValue(xml.Text()); break;
            case "tagSet": found.TagSet = xml.List(found.TagSet, "item", Tag.Read); break;
            default: ReadAddressMember(found, name, xml); break;
        }
    }

    private static void ReadAddressMember(NetworkInterface found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "associatedSubnetSet": found.AssociatedSubnets = xml.List(found.AssociatedSubnets, "item", XmlFields.Text); break;
            case "association": found.Association = NetworkInterfaceAssociation.Read(xml); break;
            case "denyAllIgwTraffic": found.DenyAllIgwTraffic = xml.Bool(); break;
            case "ipv4PrefixSet": found.Ipv4Prefixes = xml.List(found.Ipv4Prefixes, "item", Ipv4PrefixSpecification.Read); break;
            case "ipv6Address": found.Ipv6Address = xml.Text(); break;
            case "ipv6AddressesSet": found.Ipv6Addresses = xml.List(found.Ipv6Addresses, "item", NetworkInterfaceIpv6Address.Read); break;
            case "ipv6Native": found.Ipv6Native = xml.Bool(); break;
            case "ipv6PrefixSet": found.Ipv6Prefixes = xml.List(found.Ipv6Prefixes, "item", Ipv6PrefixSpecification.Read); break;
            case "macAddress": found.MacAddress = xml.Text(); break;
            case "privateDnsName": found.PrivateDnsName = xml.Text(); break;
            case "privateIpAddress": found.PrivateIpAddress = xml.Text(); break;
            case "privateIpAddressesSet": found.PrivateIpAddresses = xml.List(found.PrivateIpAddresses, "item", NetworkInterfacePrivateIpAddress.Read); break;
            case "publicDnsName": found.PublicDnsName = xml.Text(); break;
            case "publicIpDnsNameOptions": found.PublicIpDnsNameOptions = PublicIpDnsNameOptions.Read(xml); break;
            case "subnetId": found.SubnetId = xml.Text(); break;
            case "vpcId": found.VpcId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
