using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<RecordState>))]
public class RecordState(string value) : ConstantClass(value), IConstant<RecordState>
{
    public static readonly RecordState ACTIVE = new("ACTIVE");
    public static readonly RecordState ARCHIVED = new("ARCHIVED");

    public static RecordState FindValue(string value) => FindValue<RecordState>(value);

    public static implicit operator RecordState(string value) => FindValue(value);

    static RecordState IConstant<RecordState>.Of(string value) => new(value);
}
