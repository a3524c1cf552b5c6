using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Shared.Json;

/// <summary>Makes a REST-JSON request whose members all travel in the body.</summary>
/// <param name="service">AWSSDK.Core's name of the service, such as <c>Amazon.SecurityHub</c>.</param>
/// <param name="method"><c>POST</c> or <c>PATCH</c>.</param>
/// <param name="path">Such as <c>/findings/import</c>.</param>
/// <param name="type">Source-generated; it decides member names and leaves nulls out.</param>
internal sealed class RestJsonMarshaller<T>(string service, string method, string path, JsonTypeInfo<T> type)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where T : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = method, ResourcePath = path };
        request.Headers["Content-Type"] = "application/json";
        request.Content = JsonSerializer.SerializeToUtf8Bytes((T)input, type);
        return request;
    }
}
