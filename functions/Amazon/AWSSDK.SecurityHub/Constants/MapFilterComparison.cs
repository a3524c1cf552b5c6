using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<MapFilterComparison>))]
public class MapFilterComparison(string value) : ConstantClass(value), IConstant<MapFilterComparison>
{
    public static readonly MapFilterComparison CONTAINS = new("CONTAINS");
    public static readonly MapFilterComparison EQUALS = new("EQUALS");
    public static readonly MapFilterComparison NOT_CONTAINS = new("NOT_CONTAINS");
    public static readonly MapFilterComparison NOT_EQUALS = new("NOT_EQUALS");

    public static MapFilterComparison FindValue(string value) => FindValue<MapFilterComparison>(value);

    public static implicit operator MapFilterComparison(string value) => FindValue(value);

    static MapFilterComparison IConstant<MapFilterComparison>.Of(string value) => new(value);
}
