namespace Amazon.SecurityHub.Model;

public class Workflow
{
    public WorkflowStatus Status { get; set; }
}
