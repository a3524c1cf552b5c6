namespace Amazon.SecurityHub.Model;

public class Severity
{
    public SeverityLabel Label { get; set; }

    public int? Normalized { get; set; }

    public string Original { get; set; }

    public double? Product { get; set; }
}
