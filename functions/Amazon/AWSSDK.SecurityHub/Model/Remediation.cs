namespace Amazon.SecurityHub.Model;

public class Remediation
{
    public Recommendation Recommendation { get; set; }
}
