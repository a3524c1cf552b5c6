using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<DateRangeUnit>))]
public class DateRangeUnit(string value) : ConstantClass(value), IConstant<DateRangeUnit>
{
    public static readonly DateRangeUnit DAYS = new("DAYS");

    public static DateRangeUnit FindValue(string value) => FindValue<DateRangeUnit>(value);

    public static implicit operator DateRangeUnit(string value) => FindValue(value);

    static DateRangeUnit IConstant<DateRangeUnit>.Of(string value) => new(value);
}
