namespace Amazon.SecurityHub.Model;

public class StringFilter
{
    public StringFilterComparison Comparison { get; set; }

    public string Value { get; set; }
}
