using System.Text.Json.Nodes;

namespace Remediator.Core.Tests.Changes;

/// <summary>The CloudTrail events that were written for these tests.</summary>
internal static class Events
{
    private static readonly EventFolder Folder = new("Changes");

    public static IEnumerable<string> Names => Folder.Names;

    public static byte[] Bytes(string name) => Folder.Bytes(name);

    public static JsonNode Tree(string name) => Folder.Tree(name);

    public static byte[] With(string name, Action<JsonNode> change) => Folder.With(name, change);
}
