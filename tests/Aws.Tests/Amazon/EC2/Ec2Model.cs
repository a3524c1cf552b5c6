using System.Text.Json;
using System.Text.Json.Serialization;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>The trimmed service model: what each operation says and answers on the wire (make_fixtures.py writes it).</summary>
public sealed record Ec2Model(string ApiVersion, IReadOnlyDictionary<string, Ec2Model.Operation> Operations, IReadOnlyDictionary<string, Ec2Model.Shape> Shapes)
{
    public static Ec2Model Loaded { get; } = JsonSerializer.Deserialize<Ec2Model>(Resources.Text("ec2-model.json"), JsonSerializerOptions.Web)!;

    public static TheoryData<string> OperationNames => [.. Loaded.Operations.Keys];

    public sealed record Operation(string Input, string Output);

    public sealed record Shape(
        string Type, IReadOnlyDictionary<string, Member>? Members = null, Member? Member = null, IReadOnlyList<string>? Enum = null);

    public sealed record Member([property: JsonPropertyName("shape")] string ShapeName, string? LocationName = null, string? QueryName = null)
    {
        [JsonIgnore]
        public Shape Shape => Loaded.Shapes[ShapeName];

        /// <summary>The EC2 protocol's name in a request: queryName, else locationName or the member's own name with a capital.</summary>
        public string InRequest(string name) => QueryName ?? Capital(LocationName ?? name);

        public string InAnswer(string name) => LocationName ?? name;

        private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
    }
}
