namespace Amazon.SecurityHub.Model;

public class RelatedFinding
{
    public string Id { get; set; }

    public string ProductArn { get; set; }
}
