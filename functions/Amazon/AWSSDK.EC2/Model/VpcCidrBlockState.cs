using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>How far a block is associated.</summary>
public partial class VpcCidrBlockState
{
    public VpcCidrBlockStateCode State { get; set; }

    public string StatusMessage { get; set; }

    internal static VpcCidrBlockState Read(XmlReader xml) => xml.Structure(new VpcCidrBlockState(), ReadMember);

    private static void ReadMember(VpcCidrBlockState found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "state": found.State = VpcCidrBlockStateCode.FindValue(xml.Text()); break;
            case "statusMessage": found.StatusMessage = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
