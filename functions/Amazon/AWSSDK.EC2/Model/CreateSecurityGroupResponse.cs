using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to CreateSecurityGroup.</summary>
public partial class CreateSecurityGroupResponse : AmazonWebServiceResponse
{
    public string GroupId { get; set; }

    public string SecurityGroupArn { get; set; }

    public List<Tag> Tags { get; set; }

    internal static void ReadMember(CreateSecurityGroupResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "groupId": response.GroupId = xml.Text(); break;
            case "securityGroupArn": response.SecurityGroupArn = xml.Text(); break;
            case "tagSet": response.Tags = xml.List(response.Tags, "item", Tag.Read); break;
            default: xml.Skip(); break;
        }
    }
}
