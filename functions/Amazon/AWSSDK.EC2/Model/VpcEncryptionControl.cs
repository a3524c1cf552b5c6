using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Whether traffic within a VPC has to be encrypted.</summary>
public partial class VpcEncryptionControl
{
    public VpcEncryptionControlMode Mode { get; set; }

    public VpcEncryptionControlExclusions ResourceExclusions { get; set; }

    public VpcEncryptionControlState State { get; set; }

    public string StateMessage { get; set; }

    public List<Tag> Tags { get; set; }

    public string VpcEncryptionControlId { get; set; }

    public string VpcId { get; set; }

    internal static VpcEncryptionControl Read(XmlReader xml) => xml.Structure(new VpcEncryptionControl(), ReadMember);

    private static void ReadMember(VpcEncryptionControl found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "mode": found.Mode = VpcEncryptionControlMode.FindValue(xml.Text()); break;
            case "resourceExclusions": found.ResourceExclusions = VpcEncryptionControlExclusions.Read(xml); break;
            case "state": found.State = VpcEncryptionControlState.FindValue(xml.Text()); break;
            case "stateMessage": found.StateMessage = xml.Text(); break;
            case "tagSet": found.Tags = xml.List(found.Tags, "item", Tag.Read); break;
            case "vpcEncryptionControlId": found.VpcEncryptionControlId = xml.Text(); break;
            case "vpcId": found.VpcId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
