using System.Text.Json.Serialization;
using Amazon.SecurityHub.Model;

namespace Amazon.SecurityHub.Internal;

/// <summary>The bodies of all requests and answers. Members that are null are not written: to the service an absent member and a null one differ.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BatchImportFindingsRequest))]
[JsonSerializable(typeof(BatchImportFindingsResponse))]
[JsonSerializable(typeof(BatchUpdateFindingsRequest))]
[JsonSerializable(typeof(BatchUpdateFindingsResponse))]
[JsonSerializable(typeof(GetFindingsRequest))]
[JsonSerializable(typeof(GetFindingsResponse))]
internal sealed partial class SecurityHubJson : JsonSerializerContext;
