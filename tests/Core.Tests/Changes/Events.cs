using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Remediator.Core.Tests.Changes;

/// <summary>The events that were written for these tests, and small changes to them.</summary>
internal static class Events
{
    private static readonly string Folder = Path.Combine(
        typeof(Events).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests", "Core.Tests", "Changes", "Events");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static JsonNode Tree(string name) => JsonNode.Parse(Bytes(name))!;

    /// <summary>The event with one change made to its tree.</summary>
    public static byte[] With(string name, Action<JsonNode> change)
    {
        var tree = Tree(name);
        change(tree);
        return Encoding.UTF8.GetBytes(tree.ToJsonString());
    }
}
