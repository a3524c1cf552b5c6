namespace Amazon.SecurityHub.Model;

public class AwsEc2SecurityGroupPrefixListId
{
    public string PrefixListId { get; set; }
}
