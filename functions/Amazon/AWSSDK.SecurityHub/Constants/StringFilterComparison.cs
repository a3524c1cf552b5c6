using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<StringFilterComparison>))]
public class StringFilterComparison(string value) : ConstantClass(value), IConstant<StringFilterComparison>
{
    public static readonly StringFilterComparison CONTAINS = new("CONTAINS");
    public static readonly StringFilterComparison CONTAINS_WORD = new("CONTAINS_WORD");
    public static readonly StringFilterComparison EQUALS = new("EQUALS");
    public static readonly StringFilterComparison NOT_CONTAINS = new("NOT_CONTAINS");
    public static readonly StringFilterComparison NOT_EQUALS = new("NOT_EQUALS");
    public static readonly StringFilterComparison PREFIX = new("PREFIX");
    public static readonly StringFilterComparison PREFIX_NOT_EQUALS = new("PREFIX_NOT_EQUALS");

    public static StringFilterComparison FindValue(string value) => FindValue<StringFilterComparison>(value);

    public static implicit operator StringFilterComparison(string value) => FindValue(value);

    static StringFilterComparison IConstant<StringFilterComparison>.Of(string value) => new(value);
}
