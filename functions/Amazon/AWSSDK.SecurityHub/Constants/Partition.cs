using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.SecurityHub.Internal;

namespace Amazon.SecurityHub;

[JsonConverter(typeof(ConstantConverter<Partition>))]
public class Partition(string value) : ConstantClass(value), IConstant<Partition>
{
    public static readonly Partition Aws = new("aws");
    public static readonly Partition AwsCn = new("aws-cn");
    public static readonly Partition AwsUsGov = new("aws-us-gov");
    public static readonly Partition AwsUsIso = new("aws-us-iso");
    public static readonly Partition AwsUsIsoB = new("aws-us-iso-b");
    public static readonly Partition AzureCloud = new("AzureCloud");

    public static Partition FindValue(string value) => FindValue<Partition>(value);

    public static implicit operator Partition(string value) => FindValue(value);

    static Partition IConstant<Partition>.Of(string value) => new(value);
}
