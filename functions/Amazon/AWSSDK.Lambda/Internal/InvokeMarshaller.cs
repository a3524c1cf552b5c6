using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Internal;

/// <summary>The payload is the body, byte for byte; everything else travels in path, query and headers.</summary>
internal sealed class InvokeMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (InvokeRequest)input;
        if (string.IsNullOrEmpty(call.FunctionName)) throw new AmazonLambdaException("`Invoke` needs a FunctionName");
        var request = new DefaultRequest(input, "Amazon.Lambda") { HttpMethod = "POST", ResourcePath = "/2015-03-31/functions/{FunctionName}/invocations", UseQueryString = true };
        request.AddPathResource("{FunctionName}", call.FunctionName);
        if (call.Qualifier is not null) request.Parameters.Add("Qualifier", call.Qualifier);
        if (call.InvocationType is not null) request.Headers["X-Amz-Invocation-Type"] = call.InvocationType.Value;
        request.Headers["Content-Type"] = "application/octet-stream";
        request.Content = call.PayloadStream?.ToArray() ?? [];
        return request;
    }
}
