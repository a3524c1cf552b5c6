using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Shared.Json;

/// <summary>Makes a request of the AWS JSON 1.0 protocol: a POST to <c>/</c> whose header names the operation.</summary>
/// <param name="service">AWSSDK.Core's name of the service, such as <c>Amazon.SQS</c>.</param>
/// <param name="target">Such as <c>AmazonSQS.ReceiveMessage</c>.</param>
/// <param name="type">Source-generated; it decides member names and leaves nulls out.</param>
internal sealed class TargetJsonMarshaller<T>(string service, string target, JsonTypeInfo<T> type) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where T : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Headers["X-Amz-Target"] = target;
        request.Content = JsonSerializer.SerializeToUtf8Bytes((T)input, type);
        return request;
    }
}
