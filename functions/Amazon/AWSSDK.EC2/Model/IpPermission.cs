using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A protocol, a range of ports, and whom it is open to or for. Ports are 0 to 65535, type and code for ICMP, -1 for any.</summary>
public partial class IpPermission
{
    public int? FromPort { get; set; }

    public string IpProtocol { get; set; }

    public List<IpRange> Ipv4Ranges { get; set; }

    public List<Ipv6Range> Ipv6Ranges { get; set; }

    public List<PrefixListId> PrefixListIds { get; set; }

    public int? ToPort { get; set; }

    public List<UserIdGroupPair> UserIdGroupPairs { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("FromPort", FromPort);
        to.Add("IpProtocol", IpProtocol);
        to.List("IpRanges", Ipv4Ranges, static (ipRange, to) => ipRange.Write(to));
        to.List("Ipv6Ranges", Ipv6Ranges, static (ipv6Range, to) => ipv6Range.Write(to));
        to.List("PrefixListIds", PrefixListIds, static (prefixListId, to) => prefixListId.Write(to));
        to.Add("ToPort", ToPort);
        to.List("Groups", UserIdGroupPairs, static (userIdGroupPair, to) => userIdGroupPair.Write(to));
    }

    internal static IpPermission Read(XmlReader xml) => xml.Structure(new IpPermission(), ReadMember);

    private static void ReadMember(IpPermission permission, string name, XmlReader xml)
    {
        switch (name)
        {
            case "fromPort": permission.FromPort = xml.Int(); break;
            case "ipProtocol": permission.IpProtocol = xml.Text(); break;
            case "ipRanges": permission.Ipv4Ranges = xml.List(permission.Ipv4Ranges, "item", IpRange.Read); break;
            case "ipv6Ranges": permission.Ipv6Ranges = xml.List(permission.Ipv6Ranges, "item", Ipv6Range.Read); break;
            case "prefixListIds": permission.PrefixListIds = xml.List(permission.PrefixListIds, "item", PrefixListId.Read); break;
            case "toPort": permission.ToPort = xml.Int(); break;
            case "groups": permission.UserIdGroupPairs = xml.List(permission.UserIdGroupPairs, "item", UserIdGroupPair.Read); break;
            default: xml.Skip(); break;
        }
    }
}
