namespace Amazon.SecurityHub.Model;

public class FindingProviderSeverity
{
    public SeverityLabel Label { get; set; }

    public string Original { get; set; }
}
