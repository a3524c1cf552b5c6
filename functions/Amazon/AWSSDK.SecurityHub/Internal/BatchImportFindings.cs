using Amazon.Runtime.Internal;
using Amazon.SecurityHub.Model;
using Amazon.Shared.Json;

namespace Amazon.SecurityHub.Internal;

internal static class BatchImportFindings
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new RestJsonMarshaller<BatchImportFindingsRequest>("Amazon.SecurityHub", "POST", "/findings/import", SecurityHubJson.Default.BatchImportFindingsRequest),
        ResponseUnmarshaller = new RestJsonUnmarshaller<BatchImportFindingsResponse>("BatchImportFindings", SecurityHubJson.Default.BatchImportFindingsResponse, ModelledErrors.Of),
    };
}
