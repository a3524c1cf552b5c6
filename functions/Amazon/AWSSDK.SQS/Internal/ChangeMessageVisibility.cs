using Amazon.Runtime.Internal;
using Amazon.Shared.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

internal static class ChangeMessageVisibility
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new TargetJsonMarshaller<ChangeMessageVisibilityRequest>("Amazon.SQS", "AmazonSQS.ChangeMessageVisibility", SqsJson.Default.ChangeMessageVisibilityRequest),
        ResponseUnmarshaller = new RestJsonUnmarshaller<ChangeMessageVisibilityResponse>("ChangeMessageVisibility", SqsJson.Default.ChangeMessageVisibilityResponse, ModelledErrors.Of, emptyIsAnswer: true),
    };
}
