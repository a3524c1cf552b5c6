using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Ways to look at nodes.</summary>
internal static class Nodes
{
    /// <summary>A list and a single value are the same wherever a list is allowed.</summary>
    public static ImmutableArray<Node> Items(Node? node) => node switch
    {
        null => [],
        ListNode list => list.Items,
        _ => [node],
    };
}
