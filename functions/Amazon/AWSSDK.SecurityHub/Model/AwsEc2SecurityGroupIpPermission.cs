namespace Amazon.SecurityHub.Model;

public class AwsEc2SecurityGroupIpPermission
{
    public int? FromPort { get; set; }

    public string IpProtocol { get; set; }

    public List<AwsEc2SecurityGroupIpRange> IpRanges { get; set; }

    public List<AwsEc2SecurityGroupIpv6Range> Ipv6Ranges { get; set; }

    public List<AwsEc2SecurityGroupPrefixListId> PrefixListIds { get; set; }

    public int? ToPort { get; set; }

    public List<AwsEc2SecurityGroupUserIdGroupPair> UserIdGroupPairs { get; set; }
}
