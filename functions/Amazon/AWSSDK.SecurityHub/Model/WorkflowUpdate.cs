namespace Amazon.SecurityHub.Model;

public class WorkflowUpdate
{
    public WorkflowStatus Status { get; set; }
}
