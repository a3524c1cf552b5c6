namespace Amazon.SecurityHub.Model;

public class AwsEc2SecurityGroupUserIdGroupPair
{
    public string GroupId { get; set; }

    public string GroupName { get; set; }

    public string PeeringStatus { get; set; }

    public string UserId { get; set; }

    public string VpcId { get; set; }

    public string VpcPeeringConnectionId { get; set; }
}
