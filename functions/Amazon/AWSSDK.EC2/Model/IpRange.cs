using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv4 block and why it is there.</summary>
public partial class IpRange
{
    public string CidrIp { get; set; }

    public string Description { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("CidrIp", CidrIp);
        to.Add("Description", Description);
    }

    internal static IpRange Read(XmlReader xml) => xml.Structure(new IpRange(), ReadMember);

    private static void ReadMember(IpRange range, string name, XmlReader xml)
    {
        switch (name)
        {
            case "cidrIp": range.CidrIp = xml.Text(); break;
            case "description": range.Description = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
