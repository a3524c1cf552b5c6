using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Whether one kind of resource needs no encryption.</summary>
public partial class VpcEncryptionControlExclusion
{
    public VpcEncryptionControlExclusionState State { get; set; }

    public string StateMessage { get; set; }

    internal static VpcEncryptionControlExclusion Read(XmlReader xml) => xml.Structure(new VpcEncryptionControlExclusion(), ReadMember);

    private static void ReadMember(VpcEncryptionControlExclusion found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "state": found.State = VpcEncryptionControlExclusionState.FindValue(xml.Text()); break;
            case "stateMessage": found.StateMessage = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
