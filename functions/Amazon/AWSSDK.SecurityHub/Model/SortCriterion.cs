namespace Amazon.SecurityHub.Model;

public class SortCriterion
{
    public string Field { get; set; }

    public SortOrder SortOrder { get; set; }
}
