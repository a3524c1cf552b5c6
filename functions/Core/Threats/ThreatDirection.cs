namespace Remediator.Threats;

/// <summary>Which way the traffic went, as the resource sees it. A port probe is inbound.</summary>
public enum ThreatDirection
{
    /// <summary>The finding does not say, or says <c>UNKNOWN</c>.</summary>
    Unknown,
    Inbound,
    Outbound,
}
