using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<WorkflowStatus>))]
public class WorkflowStatus(string value) : ConstantClass(value), IConstant<WorkflowStatus>
{
    public static readonly WorkflowStatus NEW = new("NEW");
    public static readonly WorkflowStatus NOTIFIED = new("NOTIFIED");
    public static readonly WorkflowStatus RESOLVED = new("RESOLVED");
    public static readonly WorkflowStatus SUPPRESSED = new("SUPPRESSED");

    public static WorkflowStatus FindValue(string value) => FindValue<WorkflowStatus>(value);

    public static implicit operator WorkflowStatus(string value) => FindValue(value);

    static WorkflowStatus IConstant<WorkflowStatus>.Of(string value) => new(value);
}
