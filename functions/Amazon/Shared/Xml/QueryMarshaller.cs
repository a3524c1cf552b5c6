using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Shared.Xml;

/// <summary>Makes the form-encoded POST of the EC2 and query protocols: Action, Version and what the request writes.</summary>
/// <param name="service">AWSSDK.Core's name of the service, such as <c>Amazon.EC2</c>.</param>
/// <param name="version">API version, such as <c>2016-11-15</c>.</param>
internal sealed class QueryMarshaller<T>(string service, string version, string operation, Action<T, QueryWriter> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where T : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters.Add("Action", operation);
        request.Parameters.Add("Version", version);
        write((T)input, new QueryWriter(request.ParameterCollection));
        return request;
    }
}
