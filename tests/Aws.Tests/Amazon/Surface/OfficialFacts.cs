using System.Reflection;
using System.Text.Json;

namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>Reads the trimmed facts that the project carries (official/PACKAGE.json, made by trim.py).</summary>
internal static class OfficialFacts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static ImmutableArray<OfficialType> Of(string package)
    {
        var path = Path.Combine(RepositoryRoot(), "tests/Aws.Tests/Amazon/Surface/official", package + ".json");
        return Read(File.ReadAllText(path));
    }

    internal static ImmutableArray<OfficialType> Read(string json) =>
        JsonSerializer.Deserialize<ImmutableArray<OfficialType>>(json, Options);

    private static string RepositoryRoot() =>
        typeof(OfficialFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
