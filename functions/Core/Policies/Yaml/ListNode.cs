using Remediator.Diagnostics;

namespace Remediator.Policies.Yaml;

internal sealed record ListNode(Place Place, ImmutableArray<Node> Items, int Size) : Node(Place, Size)
{
    public override string Shape => "a list";
}
