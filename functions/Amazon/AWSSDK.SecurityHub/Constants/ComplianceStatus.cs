using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<ComplianceStatus>))]
public class ComplianceStatus(string value) : ConstantClass(value), IConstant<ComplianceStatus>
{
    public static readonly ComplianceStatus FAILED = new("FAILED");
    public static readonly ComplianceStatus NOT_AVAILABLE = new("NOT_AVAILABLE");
    public static readonly ComplianceStatus PASSED = new("PASSED");
    public static readonly ComplianceStatus WARNING = new("WARNING");

    public static ComplianceStatus FindValue(string value) => FindValue<ComplianceStatus>(value);

    public static implicit operator ComplianceStatus(string value) => FindValue(value);

    static ComplianceStatus IConstant<ComplianceStatus>.Of(string value) => new(value);
}
