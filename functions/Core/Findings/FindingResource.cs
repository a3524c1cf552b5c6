using Remediator.Groups;

namespace Remediator.Findings;

/// <summary>The security group that a finding is about.</summary>
public sealed record FindingResource(string Arn, string Partition, string Region, string Account, string GroupId)
{
    public static FindingResource Of(string partition, GroupKey key)
    {
        var (region, account, group) = (SafeText.Ascii(key.Region, FindingLimits.Region), SafeText.Ascii(key.Account, FindingLimits.Account), SafeText.Ascii(key.GroupId, 64));
        return new($"arn:{partition}:ec2:{region}:{account}:security-group/{group}", partition, region, account, group);
    }
}
