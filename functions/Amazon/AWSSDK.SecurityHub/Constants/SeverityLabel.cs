using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<SeverityLabel>))]
public class SeverityLabel(string value) : ConstantClass(value), IConstant<SeverityLabel>
{
    public static readonly SeverityLabel CRITICAL = new("CRITICAL");
    public static readonly SeverityLabel HIGH = new("HIGH");
    public static readonly SeverityLabel INFORMATIONAL = new("INFORMATIONAL");
    public static readonly SeverityLabel LOW = new("LOW");
    public static readonly SeverityLabel MEDIUM = new("MEDIUM");

    public static SeverityLabel FindValue(string value) => FindValue<SeverityLabel>(value);

    public static implicit operator SeverityLabel(string value) => FindValue(value);

    static SeverityLabel IConstant<SeverityLabel>.Of(string value) => new(value);
}
