using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>What needs no encryption within a VPC.</summary>
public partial class VpcEncryptionControlExclusions
{
    public VpcEncryptionControlExclusion EgressOnlyInternetGateway { get; set; }

    public VpcEncryptionControlExclusion ElasticFileSystem { get; set; }

    public VpcEncryptionControlExclusion InternetGateway { get; set; }

    public VpcEncryptionControlExclusion Lambda { get; set; }

    public VpcEncryptionControlExclusion NatGateway { get; set; }

    public VpcEncryptionControlExclusion VirtualPrivateGateway { get; set; }

    public VpcEncryptionControlExclusion VpcLattice { get; set; }

    public VpcEncryptionControlExclusion VpcPeering { get; set; }

    internal static VpcEncryptionControlExclusions Read(XmlReader xml) => xml.Structure(new VpcEncryptionControlExclusions(), ReadMember);

    private static void ReadMember(VpcEncryptionControlExclusions found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "egressOnlyInternetGateway": found.EgressOnlyInternetGateway = VpcEncryptionControlExclusion.Read(xml); break;
            case "elasticFileSystem": found.ElasticFileSystem = VpcEncryptionControlExclusion.Read(xml); break;
            case "internetGateway": found.InternetGateway = VpcEncryptionControlExclusion.Read(xml); break;
            case "lambda": found.Lambda = VpcEncryptionControlExclusion.Read(xml); break;
            case "natGateway": found.NatGateway = VpcEncryptionControlExclusion.Read(xml); break;
            case "virtualPrivateGateway": found.VirtualPrivateGateway = VpcEncryptionControlExclusion.Read(xml); break;
            case "vpcLattice": found.VpcLattice = VpcEncryptionControlExclusion.Read(xml); break;
            case "vpcPeering": found.VpcPeering = VpcEncryptionControlExclusion.Read(xml); break;
            default: xml.Skip(); break;
        }
    }
}
