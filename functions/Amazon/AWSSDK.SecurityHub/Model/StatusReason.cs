namespace Amazon.SecurityHub.Model;

public class StatusReason
{
    public string Description { get; set; }

    public string ReasonCode { get; set; }
}
