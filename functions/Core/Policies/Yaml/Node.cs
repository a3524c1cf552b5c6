using Remediator.Diagnostics;

namespace Remediator.Policies.Yaml;

/// <summary>One value of the file, with its place. Aliases are already what they stand for, so one node may stand in several places.</summary>
/// <param name="Size">How many values it is, itself included, each alias counted as what it stands for.</param>
internal abstract record Node(Place Place, int Size)
{
    /// <summary>What it is, for a message.</summary>
    public abstract string Shape { get; }
}
