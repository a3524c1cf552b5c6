using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<DateRangeComparison>))]
public class DateRangeComparison(string value) : ConstantClass(value), IConstant<DateRangeComparison>
{
    public static readonly DateRangeComparison OLDER_THAN = new("OLDER_THAN");
    public static readonly DateRangeComparison WITHIN = new("WITHIN");

    public static DateRangeComparison FindValue(string value) => FindValue<DateRangeComparison>(value);

    public static implicit operator DateRangeComparison(string value) => FindValue(value);

    static DateRangeComparison IConstant<DateRangeComparison>.Of(string value) => new(value);
}
