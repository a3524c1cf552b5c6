namespace Amazon.SecurityHub.Model;

public class MapFilter
{
    public MapFilterComparison Comparison { get; set; }

    public string Key { get; set; }

    public string Value { get; set; }
}
