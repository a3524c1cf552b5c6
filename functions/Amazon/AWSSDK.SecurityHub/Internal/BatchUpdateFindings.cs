using Amazon.Runtime.Internal;
using Amazon.SecurityHub.Model;
using Amazon.Shared.Json;

namespace Amazon.SecurityHub.Internal;

internal static class BatchUpdateFindings
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new RestJsonMarshaller<BatchUpdateFindingsRequest>("Amazon.SecurityHub", "PATCH", "/findings/batchupdate", SecurityHubJson.Default.BatchUpdateFindingsRequest),
        ResponseUnmarshaller = new RestJsonUnmarshaller<BatchUpdateFindingsResponse>("BatchUpdateFindings", SecurityHubJson.Default.BatchUpdateFindingsResponse, ModelledErrors.Of),
    };
}
