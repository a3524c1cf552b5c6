using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A prefix list of this account, one shared with it, or one of AWS itself (owner <c>AWS</c>); without its entries.</summary>
public partial class ManagedPrefixList
{
    public string AddressFamily { get; set; }

    public bool? IpamPrefixListResolverSyncEnabled { get; set; }

    public string IpamPrefixListResolverTargetId { get; set; }

    public int? MaxEntries { get; set; }

    public string OwnerId { get; set; }

    public string PrefixListArn { get; set; }

    public string PrefixListId { get; set; }

    public string PrefixListName { get; set; }

    public PrefixListState State { get; set; }

    public string StateMessage { get; set; }

    public List<Tag> Tags { get; set; }

    public long? Version { get; set; }

    internal static ManagedPrefixList Read(XmlReader xml) => xml.Structure(new ManagedPrefixList(), ReadMember);

    private static void ReadMember(ManagedPrefixList found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "addressFamily": found.AddressFamily = xml.Text(); break;
            case "ipamPrefixListResolverSyncEnabled": found.IpamPrefixListResolverSyncEnabled = xml.Bool(); break;
            case "ipamPrefixListResolverTargetId": found.IpamPrefixListResolverTargetId = xml.Text(); break;
            case "maxEntries": found.MaxEntries = xml.Int(); break;
            case "ownerId": found.OwnerId = xml.Text(); break;
            case "prefixListArn": found.PrefixListArn = xml.Text(); break;
            case "prefixListId": found.PrefixListId = xml.Text(); break;
            case "prefixListName": found.PrefixListName = xml.Text(); break;
            case "state": found.State = PrefixListState.FindValue(xml.Text()); break;
            case "stateMessage": found.StateMessage = xml.Text(); break;
            case "tagSet": found.Tags = xml.List(found.Tags, "item", Tag.Read); break;
            case "version": found.Version = xml.Long(); break;
            default: xml.Skip(); break;
        }
    }
}
