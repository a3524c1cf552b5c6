using Amazon.Runtime.Internal;
using Amazon.SecurityHub.Model;
using Amazon.Shared.Json;

namespace Amazon.SecurityHub.Internal;

internal static class GetFindings
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new RestJsonMarshaller<GetFindingsRequest>("Amazon.SecurityHub", "POST", "/findings", SecurityHubJson.Default.GetFindingsRequest),
        ResponseUnmarshaller = new RestJsonUnmarshaller<GetFindingsResponse>("GetFindings", SecurityHubJson.Default.GetFindingsResponse, ModelledErrors.Of),
    };
}
