namespace Amazon.SecurityHub.Model;

public class AssociatedStandard
{
    public string StandardsId { get; set; }
}
