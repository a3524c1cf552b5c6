namespace Amazon.SecurityHub.Model;

public class AwsEc2SecurityGroupDetails
{
    public string GroupId { get; set; }

    public string GroupName { get; set; }

    public List<AwsEc2SecurityGroupIpPermission> IpPermissions { get; set; }

    public List<AwsEc2SecurityGroupIpPermission> IpPermissionsEgress { get; set; }

    public string OwnerId { get; set; }

    public string VpcId { get; set; }
}
