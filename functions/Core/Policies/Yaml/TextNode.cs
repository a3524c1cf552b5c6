using Remediator.Diagnostics;

namespace Remediator.Policies.Yaml;

/// <summary>A scalar, as text whatever it looks like: <c>no</c> is no false, <c>0x16</c> no 22.</summary>
/// <param name="IsPlain">Not quoted, not a block.</param>
internal sealed record TextNode(Place Place, string Text, bool IsPlain) : Node(Place, 1)
{
    public override string Shape => "text";

    /// <summary>Nothing is written there, or one of the ways in which YAML writes nothing.</summary>
    public bool IsNothing => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
