namespace Amazon.SecurityHub.Model;

public class AwsEc2SecurityGroupIpv6Range
{
    public string CidrIpv6 { get; set; }
}
