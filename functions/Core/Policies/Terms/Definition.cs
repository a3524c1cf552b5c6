using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>A name that the file gives to a set, while the file is read.</summary>
internal sealed class Definition<TSet>(string name, Place place, Node value)
    where TSet : class
{
    public string Name { get; } = name;

    public Place Place { get; } = place;

    public Node Value { get; } = value;

    public Progress State { get; set; }

    /// <summary>Null until it is read, and for good when it could not be.</summary>
    public TSet? Set { get; set; }

    /// <summary>Names in the longest chain below this one, itself included.</summary>
    public int Depth { get; set; } = 1;

    public List<Definition<TSet>> MadeOf { get; } = [];

    public bool IsUsed { get; set; }
}
