namespace Remediator.Threats;

/// <summary>What the resource was in the activity (<c>service.resourceRole</c>).</summary>
public enum ThreatRole
{
    /// <summary>The finding does not say.</summary>
    Unknown,

    /// <summary>It was attacked.</summary>
    Target,

    /// <summary>It attacked somebody, or called home.</summary>
    Actor,
}
