using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Shared.Errors;
using Amazon.Shared.Json;

namespace Amazon.Lambda.Internal;

/// <summary>The body is whatever the function answered; only the status says how the call ended.</summary>
internal sealed class InvokeUnmarshaller : JsonResponseUnmarshaller
{
    private const string Operation = "Invoke";

    /// <summary>Core's own would wrap the service's exception into one of its own.</summary>
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => Unmarshall((JsonUnmarshallerContext)input);

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var answer = Answer.Read(Operation, context.Stream, context.ResponseData, out var broken);
        if (broken is not null) throw ModelledErrors.Of(ServiceErrors.Unreadable(answer, "a whole answer", broken));
        return new InvokeResponse
        {
            StatusCode = (int)answer.Status,
            Payload = answer.OpenBody(),
            FunctionError = Header(context, "X-Amz-Function-Error"),
            ExecutedVersion = Header(context, "X-Amz-Executed-Version"),
            ResponseMetadata = new ResponseMetadata { RequestId = answer.RequestIdHeader },
        };
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        => ModelledErrors.Of(JsonErrors.Read(Answer.Read(Operation, context.Stream, context.ResponseData, out _), innerException));

    private static string Header(JsonUnmarshallerContext context, string name)
        => context.ResponseData.IsHeaderPresent(name) ? context.ResponseData.GetHeaderValue(name) : null;
}
