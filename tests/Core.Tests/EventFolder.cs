using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Remediator.Core.Tests;

/// <summary>The events that were written for the tests of one room, and small changes to them.</summary>
internal sealed class EventFolder(string room)
{
    private readonly string _path = Path.Combine(RepositoryRoot, "tests", "Core.Tests", room, "Events");

    public static string RepositoryRoot { get; } = typeof(EventFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public IEnumerable<string> Names => Directory.EnumerateFiles(_path, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_path, name + ".json"));

    public JsonNode Tree(string name) => JsonNode.Parse(Bytes(name))!;

    /// <summary>The event with one change made to its tree.</summary>
    public byte[] With(string name, Action<JsonNode> change)
    {
        var tree = Tree(name);
        change(tree);
        return Encoding.UTF8.GetBytes(tree.ToJsonString());
    }
}
