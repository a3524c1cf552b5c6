namespace Remediator.Policies.Selectors;

/// <summary>What of a group has to be read before a selector can choose. The fixed ones never change in a group's life, so an
/// earlier answer stays true; the others may have changed a moment ago.</summary>
[Flags]
public enum NeededFacts
{
    None = 0,

    /// <summary>Name and VPC: fixed.</summary>
    Fixed = 1,

    Tags = 2,

    Attached = 4,
}
