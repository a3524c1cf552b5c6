using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A group's id and name.</summary>
public partial class GroupIdentifier
{
    public string GroupId { get; set; }

    public string GroupName { get; set; }

    internal static GroupIdentifier Read(XmlReader xml) => xml.Structure(new GroupIdentifier(), ReadMember);

    private static void ReadMember(GroupIdentifier found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "groupId": found.GroupId = xml.Text(); break;
            case "groupName": found.GroupName = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
