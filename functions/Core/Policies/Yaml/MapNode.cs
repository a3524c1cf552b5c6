using Remediator.Diagnostics;

namespace Remediator.Policies.Yaml;

/// <remarks>INVARIANT: keys are text, not <c>&lt;&lt;</c>, and no key stands twice: what broke that was reported and left out.</remarks>
internal sealed record MapNode(Place Place, ImmutableArray<Entry> Entries, int Size) : Node(Place, Size)
{
    public override string Shape => "a mapping";
}
