using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<VerificationState>))]
public class VerificationState(string value) : ConstantClass(value), IConstant<VerificationState>
{
    public static readonly VerificationState BENIGN_POSITIVE = new("BENIGN_POSITIVE");
    public static readonly VerificationState FALSE_POSITIVE = new("FALSE_POSITIVE");
    public static readonly VerificationState TRUE_POSITIVE = new("TRUE_POSITIVE");
    public static readonly VerificationState UNKNOWN = new("UNKNOWN");

    public static VerificationState FindValue(string value) => FindValue<VerificationState>(value);

    public static implicit operator VerificationState(string value) => FindValue(value);

    static VerificationState IConstant<VerificationState>.Of(string value) => new(value);
}
