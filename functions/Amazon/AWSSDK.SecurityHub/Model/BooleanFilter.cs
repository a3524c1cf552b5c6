namespace Amazon.SecurityHub.Model;

public class BooleanFilter
{
    public bool? Value { get; set; }
}
