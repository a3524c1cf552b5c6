using Amazon.Runtime.Internal;
using Amazon.Shared.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

internal static class ReceiveMessage
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new TargetJsonMarshaller<ReceiveMessageRequest>("Amazon.SQS", "AmazonSQS.ReceiveMessage", SqsJson.Default.ReceiveMessageRequest),
        ResponseUnmarshaller = new RestJsonUnmarshaller<ReceiveMessageResponse>("ReceiveMessage", SqsJson.Default.ReceiveMessageResponse, ModelledErrors.Of),
    };
}
