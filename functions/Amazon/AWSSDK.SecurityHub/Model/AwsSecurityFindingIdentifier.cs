namespace Amazon.SecurityHub.Model;

public class AwsSecurityFindingIdentifier
{
    public string Id { get; set; }

    public string ProductArn { get; set; }
}
