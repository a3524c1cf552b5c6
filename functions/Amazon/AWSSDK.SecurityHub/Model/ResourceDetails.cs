namespace Amazon.SecurityHub.Model;

public class ResourceDetails
{
    public AwsEc2SecurityGroupDetails AwsEc2SecurityGroup { get; set; }

    /// <summary>At most 50 entries of at most 32,768 characters.</summary>
    public Dictionary<string, string> Other { get; set; }
}
