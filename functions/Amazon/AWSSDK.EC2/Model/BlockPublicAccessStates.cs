using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Whether the internet is blocked for a VPC.</summary>
public partial class BlockPublicAccessStates
{
    public BlockPublicAccessMode InternetGatewayBlockMode { get; set; }

    internal static BlockPublicAccessStates Read(XmlReader xml) => xml.Structure(new BlockPublicAccessStates(), ReadMember);

    private static void ReadMember(BlockPublicAccessStates found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "internetGatewayBlockMode": found.InternetGatewayBlockMode = BlockPublicAccessMode.FindValue(xml.Text()); break;
            default: xml.Skip(); break;
        }
    }
}
