using Amazon.Runtime.Internal;
using Amazon.Shared.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

internal static class DeleteMessage
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new TargetJsonMarshaller<DeleteMessageRequest>("Amazon.SQS", "AmazonSQS.DeleteMessage", SqsJson.Default.DeleteMessageRequest),
        ResponseUnmarshaller = new RestJsonUnmarshaller<DeleteMessageResponse>("DeleteMessage", SqsJson.Default.DeleteMessageResponse, ModelledErrors.Of, emptyIsAnswer: true),
    };
}
