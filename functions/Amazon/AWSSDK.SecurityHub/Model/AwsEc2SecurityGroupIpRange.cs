namespace Amazon.SecurityHub.Model;

public class AwsEc2SecurityGroupIpRange
{
    public string CidrIp { get; set; }
}
