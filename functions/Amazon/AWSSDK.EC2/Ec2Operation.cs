using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2;

/// <summary>How one operation goes over the wire. Made when the operation is first called, not at start.</summary>
internal static class Ec2Operation
{
    internal const string ApiVersion = "2016-11-15";

    internal static InvokeOptions Of<TRequest, TResponse>(string name, Action<TRequest, QueryWriter> write, FieldReader<TResponse> read)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
        => new()
        {
            RequestMarshaller = new QueryMarshaller<TRequest>("Amazon.EC2", ApiVersion, name, write),
            ResponseUnmarshaller = new XmlUnmarshaller<TResponse>(name, read, AmazonEC2Exception.Of),
        };
}
