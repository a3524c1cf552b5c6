namespace Remediator.Policies;

/// <summary>What is done about a threat, mildest first.</summary>
public enum ThreatAnswer
{
    Notify,
    Close,
    Suspend,
    Isolate,
    Block,
}
