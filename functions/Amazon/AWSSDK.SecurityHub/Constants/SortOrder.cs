using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<SortOrder>))]
public class SortOrder(string value) : ConstantClass(value), IConstant<SortOrder>
{
    public static readonly SortOrder Asc = new("asc");
    public static readonly SortOrder Desc = new("desc");

    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    public static implicit operator SortOrder(string value) => FindValue(value);

    static SortOrder IConstant<SortOrder>.Of(string value) => new(value);
}
