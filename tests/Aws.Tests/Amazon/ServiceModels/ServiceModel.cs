using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>A trimmed AWS service model: what goes over the wire, and under which names (made by make_fixtures.py).</summary>
internal sealed record ServiceModel(string ApiVersion, ImmutableDictionary<string, ModelOperation> Operations, ImmutableDictionary<string, ModelShape> Shapes)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    internal static ServiceModel Read(string json) => JsonSerializer.Deserialize<ServiceModel>(json, Options)!;
}

/// <param name="Path">Such as <c>/findings/import</c>; no operation here has members in its path or query.</param>
/// <param name="Errors">Names of shapes.</param>
internal sealed record ModelOperation(string Method, string Path, string Input, string Output, ImmutableArray<string> Errors);

/// <param name="Type">structure, list, map, string, integer, double, boolean or blob.</param>
internal sealed record ModelShape(
    string Type, ImmutableDictionary<string, ModelMember>? Members, ModelMember? Member, ModelMember? Key, ModelMember? Value, ModelError? Error);

/// <param name="LocationName">Its name on the wire where that is not the member's own.</param>
internal sealed record ModelMember(string Shape, string? LocationName);

internal sealed record ModelError(string Code, int Status);
