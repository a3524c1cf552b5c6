namespace Amazon.SecurityHub.Model;

public class SeverityUpdate
{
    public SeverityLabel Label { get; set; }

    public int? Normalized { get; set; }

    public double? Product { get; set; }
}
