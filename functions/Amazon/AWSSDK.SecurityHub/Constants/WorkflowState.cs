using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<WorkflowState>))]
public class WorkflowState(string value) : ConstantClass(value), IConstant<WorkflowState>
{
    public static readonly WorkflowState ASSIGNED = new("ASSIGNED");
    public static readonly WorkflowState DEFERRED = new("DEFERRED");
    public static readonly WorkflowState IN_PROGRESS = new("IN_PROGRESS");
    public static readonly WorkflowState NEW = new("NEW");
    public static readonly WorkflowState RESOLVED = new("RESOLVED");

    public static WorkflowState FindValue(string value) => FindValue<WorkflowState>(value);

    public static implicit operator WorkflowState(string value) => FindValue(value);

    static WorkflowState IConstant<WorkflowState>.Of(string value) => new(value);
}
